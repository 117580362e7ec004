// Signing keys: what the provider needs of their store.

/** Signing keys: private JWKs encrypted at rest; order is Next, Current, Previous. */
export type SigningKey = {
	id: string;
	status: 'next' | 'current' | 'previous';
	jwk: Record<string, unknown>;
	createdAt: number;
};

export type KeyStore = {
	list(): Promise<SigningKey[]>;
	/** Writes the first set, unless another process has written one. */
	insertFirst(keys: SigningKey[]): Promise<void>;
	/** Replaces the whole set in one transaction. */
	replaceAll(keys: SigningKey[]): Promise<void>;
};
