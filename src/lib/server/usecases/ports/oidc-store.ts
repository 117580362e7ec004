// The provider's records: what its adapter needs of their store.

/** What the provider's adapter needs (oidc-provider `Adapter`), plus the Interaction model on our own row. */
export type OidcStore = {
	upsert(model: string, id: string, payload: OidcPayload, expiresAt: number | undefined): Promise<void>;
	/**
	 * All of them or, when it fails, none. `consumed` is used up with them by the same statement; false where that is gone
	 * or was used up before, and then nothing that was written may be given to anybody.
	 */
	upsertAll(records: OidcSave[], consumed?: { record: OidcSave; at: number }): Promise<boolean>;
	find(model: string, id: string): Promise<OidcRecord | undefined>;
	/** A token or code together with the grant that it rests on: both at once cost what one does. */
	findWithGrant(
		model: string,
		id: string
	): Promise<{ record: OidcRecord | undefined; grant: { id: string; record: OidcRecord } | undefined }>;
	findByUid(uid: string): Promise<OidcRecord | undefined>;
	findByUserCode(userCode: string): Promise<OidcRecord | undefined>;
	/** Stamps consumption once; false when it had been consumed before. */
	consume(model: string, id: string, at: number): Promise<boolean>;
	remove(model: string, id: string): Promise<void>;
	removeByGrant(grantId: string): Promise<void>;
	/** The grants that applications hold of one account. */
	grantsOf(accountId: string): Promise<OidcPayload[]>;
	/** Where the account is signed in. */
	sessionsOf(accountId: string): Promise<OidcPayload[]>;
	/** Ends one of its sessions, with the grants and tokens that came of it; false where there is none. */
	removeSession(accountId: string, uid: string): Promise<boolean>;
	/** Ends one of its grants with the tokens on it; false where there is none. */
	removeGrant(accountId: string, grantId: string): Promise<boolean>;
	/** Ends the grants and tokens that one application holds of one account; answers how many grants there were. */
	removeByAccountAndClient(accountId: string, clientId: string): Promise<number>;
	/** Creates the interaction row (state: nothing verified yet) or rewrites its provider payload. */
	upsertInteraction(id: string, clientId: string, payload: OidcPayload, expiresAt: number): Promise<void>;
	/** A closed one is found for two minutes more: the answer that closed it may never have arrived. */
	findInteraction(id: string, at: number): Promise<OidcPayload | undefined>;
	/** The same, and the provider is done with it. */
	closeInteraction(id: string, at: number): Promise<OidcPayload | undefined>;
};

export type OidcPayload = Record<string, unknown>;

export type OidcSave = { model: string; id: string; payload: OidcPayload; expiresAt: number | undefined };

export type OidcRecord = { payload: OidcPayload; consumedAt: number | undefined };
