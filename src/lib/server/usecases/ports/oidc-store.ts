// The provider's records: what its adapter needs of their store.

/** What the provider's adapter needs (oidc-provider `Adapter`), plus the Interaction model on our own row. */
export type OidcStore = {
	upsert(model: string, id: string, payload: OidcPayload, expiresAt: number | undefined): Promise<void>;
	/** All of them or, when it fails, none. */
	upsertAll(records: OidcSave[]): Promise<void>;
	find(model: string, id: string): Promise<OidcRecord | undefined>;
	findByUid(uid: string): Promise<OidcRecord | undefined>;
	findByUserCode(userCode: string): Promise<OidcRecord | undefined>;
	/** Stamps consumption once; false when it had been consumed before. */
	consume(model: string, id: string, at: number): Promise<boolean>;
	remove(model: string, id: string): Promise<void>;
	removeByGrant(grantId: string): Promise<void>;
	/** The grants that applications hold of one account. */
	grantsOf(accountId: string): Promise<OidcPayload[]>;
	/** Ends the grants and tokens that one application holds of one account; answers how many grants there were. */
	removeByAccountAndClient(accountId: string, clientId: string): Promise<number>;
	/** Creates the interaction row (state: nothing verified yet) or rewrites its provider payload. */
	upsertInteraction(id: string, clientId: string, payload: OidcPayload, expiresAt: number): Promise<void>;
	/** A closed one is found for two minutes more: the answer that closed it may never have arrived. */
	findInteraction(id: string, at: number): Promise<OidcPayload | undefined>;
	/** The provider is done with it. */
	closeInteraction(id: string, at: number): Promise<void>;
};

export type OidcPayload = Record<string, unknown>;

export type OidcSave = { model: string; id: string; payload: OidcPayload; expiresAt: number | undefined };

export type OidcRecord = { payload: OidcPayload; consumedAt: number | undefined };
