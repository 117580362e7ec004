// Keyed hashes.

/** Keyed hashes: what the store may hold of a secret. */
export type Hasher = {
	/** HMAC-SHA-256 (base64url) over the parts, each length-prefixed. */
	hmac(purpose: string, ...parts: string[]): string;
};
