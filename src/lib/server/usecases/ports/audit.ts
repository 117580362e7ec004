// The audit log.

export type AuditEntry = {
	/** `Interaction.SignIn.Submit`, `Interaction.SignIn.Verification.PhoneVerificationCode.Create`, … */
	key: string;
	result: 'Success' | 'Error';
	/** Problem code when refused. */
	error?: string;
	interactionId?: string;
	applicationId?: string;
	userId?: string;
	/** The administrator who did it. */
	actorId?: string;
	/** What it was about; nothing that somebody typed and nothing secret. */
	details?: Record<string, unknown>;
	ip?: string;
	userAgent?: string;
	at: number;
};

export type AuditQuery = {
	/** A whole key, or the beginning of one before a dot. */
	key?: string;
	result?: AuditEntry['result'];
	userId?: string;
	applicationId?: string;
	/** Epoch milliseconds, both included. */
	from?: number;
	until?: number;
};

export type AuditStore = {
	append(...entries: AuditEntry[]): Promise<void>;
	/** Where it was done from, in every line about the account. */
	forgetPlaces(userId: string): Promise<void>;
	/** Newest first. */
	list(query: AuditQuery & { limit: number; offset: number }): Promise<StoredAuditEntry[]>;
	count(query: AuditQuery): Promise<number>;
	find(id: string): Promise<StoredAuditEntry | undefined>;
};

export type StoredAuditEntry = AuditEntry & { id: string };
