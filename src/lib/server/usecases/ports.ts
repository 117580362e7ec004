// Everything the use cases need from outside, as types. Adapters under `server/` implement them.
import type { ConsentScope } from '../../contract/consent.ts';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ApplicationExperience } from '../../contract/settings/application-experience.ts';
import type { GuessOutcome } from '../core/guess.ts';
import type { Interaction } from '../core/interaction/state.ts';
import type { User, UserIdentifier } from '../core/user.ts';
import type { Messenger } from './ports/messages.ts';
import type { OneTimeTokenStore } from './ports/one-time-tokens.ts';
import type { UserStore } from './ports/users.ts';

export type * from './ports/machines.ts';
export type * from './ports/messages.ts';
export type * from './ports/one-time-tokens.ts';
export type * from './ports/users.ts';

/** Who is asking, taken from the outer request (in-process calls inherit it). */
export type Caller = {
	requestId: string;
	ip: string;
	userAgent: string;
	/** BCP 47 language of texts for this request. */
	locale: string;
	/** Uid of the interaction that the signed cookies prove; undefined when there is none. */
	interactionId: string | undefined;
	/** What the outer request last knew of that interaction: a page makes several calls in one. */
	seen?: { interaction?: Interaction };
};

export type Clock = { now(): number };

export type Ids = {
	/** 12 random alphanumerics (Logto's `sub`). */
	userId(): string;
	/** 21 random url-safe characters. */
	id(): string;
	/** `digits` decimal digits from a CSPRNG, leading zeros kept. */
	code(digits: number): string;
	/** 32 random characters of [A-Za-z0-9]: an application secret, safe in Basic auth without escaping. */
	secret(): string;
	/** 32 random bytes, url-safe: what somebody holds who may do a thing once. */
	token(): string;
};

/** Keyed hashes: what the store may hold of a secret. */
export type Hasher = {
	/** HMAC-SHA-256 (base64url) over the parts, each length-prefixed. */
	hmac(purpose: string, ...parts: string[]): string;
};

/**
 * Hashes and checks passwords, a few at a time. When too many wait it refuses with `server.unavailable`:
 * an answer that must not depend on the person, so pass it on as it is.
 */
export type Passwords = {
	/** A PHC string, always Argon2id. The password has passed the policy. */
	hash(password: string): Promise<Result<string>>;
	/** `rehash` is what to store instead of a digest that was weaker or foreign; only after a match. */
	verify(digest: PasswordDigest, password: string): Promise<Result<{ matches: boolean; rehash?: string }>>;
	/** The work of `verify` for somebody who does not exist or has no password. */
	verifyNobody(password: string): Promise<Result<{ matches: false; rehash?: undefined }>>;
	/** False for a digest that no password could ever match, however it is asked. */
	canVerify(digest: PasswordDigest): boolean;
	/** Whether attackers know it: the list that we ship and, where turned on, the breaches that HIBP has collected. */
	isCompromised(password: string): Promise<boolean>;
};

export type InteractionStore = {
	find(id: string): Promise<Interaction | undefined>;
	/**
	 * Compare-and-swap: writes `after` as version + 1 only if the stored version is still `before.version`.
	 * A `result` is written with it, as `setResult` would.
	 */
	replace(before: Interaction, after: Interaction, result?: Record<string, unknown>): Promise<boolean>;
	/** Puts the provider's `result` into the record, as `interactionFinished` would. */
	setResult(id: string, result: Record<string, unknown>): Promise<void>;
};

export type SecretStore = {
	/** Also voids every earlier secret of the same interaction and purpose. */
	issue(secret: {
		id: string;
		interactionId: string;
		purpose: string;
		digest: string;
		maxAttempts: number;
		expiresAt: number;
		createdAt: number;
	}): Promise<void>;
	/**
	 * One conditional `UPDATE … RETURNING` counts the guess and consumes the secret when it matches.
	 * `attemptsLeft` is what remains after this guess.
	 */
	guess(guess: {
		id: string;
		interactionId: string;
		digest: string;
		at: number;
	}): Promise<{ outcome: GuessOutcome; attemptsLeft: number }>;
};

export type Limit = { count: number; seconds: number };

/** One unit of a budget, which every rolling window of `limits` must have left. */
export type Want = { key: string; limits: Limit[] };

export type BudgetStore = {
	/**
	 * Takes one unit from every rolling window of `limits` for `key`, or none.
	 * `retryAfter` is in whole seconds, at least 1. Safe under any number of parallel takers.
	 */
	take(key: string, limits: Limit[], at: number): Promise<{ ok: true } | { ok: false; retryAfter: number }>;
	/** The same of several keys at once: one unit of each, or none of any. `retryAfter` is the longest wait. */
	takeAll(wants: Want[], at: number): ReturnType<BudgetStore['take']>;
	/** Gives back the unit taken at `at` (the message was provably not accepted). */
	giveBack(key: string, at: number): Promise<void>;
};

export type LockoutRule = {
	/** Failures up to which there is no wait, and from which the lock is only lifted by hand. */
	threshold: number;
	hardStop?: number;
	/** Seconds; each further failure doubles the wait. */
	firstWait: number;
	longestWait: number;
	/** Seconds after the first attempt when all are forgotten; without one, a month after the last. */
	window?: number;
};
type Attempt = { key: string; rule: LockoutRule; at: number };
/** `failures` is what the key had with this attempt. */
export type TakenAttempt = Attempt & { failures: number };
export type LockoutStore = {
	/**
	 * Counts an attempt as failed, for every key or for none, before it is examined: one conditional write each.
	 * Refuses while one of the keys is locked. Give them in the same order everywhere.
	 */
	take(attempts: Attempt[]): Promise<{ ok: true; taken: TakenAttempt[] } | { ok: false; retryAfter: number }>;
	/** They were no failures: their keys are as if they had not been taken, whatever was taken meanwhile. */
	giveBack(taken: TakenAttempt[]): Promise<void>;
	/** Whole seconds for which the key is still locked; 0 when it is not. */
	retryAfter(attempt: Attempt): Promise<number>;
	/** One attempt was a success: all is forgotten of `whose`, and `where` gets it back. */
	succeed(whose: string[], where: TakenAttempt[]): Promise<void>;
	/** Everything counted is forgotten. */
	forgive(keys: string[]): Promise<void>;
};

export type AuditEntry = {
	/** `Interaction.SignIn.Submit`, `Interaction.SignIn.Verification.PhoneVerificationCode.Create`, … */
	key: string;
	result: 'Success' | 'Error';
	/** Problem code when refused. */
	error?: string;
	interactionId?: string;
	applicationId?: string;
	userId?: string;
	ip?: string;
	userAgent?: string;
	at: number;
};
export type AuditStore = { append(entry: AuditEntry): Promise<void> };

export type ApplicationType = 'Native' | 'SPA' | 'Traditional' | 'MachineToMachine';
export type Application = {
	id: string;
	name: string;
	description?: string;
	type: ApplicationType;
	/** Clear: the provider compares it (encrypted at rest). Undefined for public clients. */
	secret?: string;
	redirectUris: string[];
	postLogoutRedirectUris: string[];
	/** Logto's customClientMetadata: corsAllowedOrigins, idTokenTtl, refreshTokenTtlInDays, rotateRefreshToken, alwaysIssueRefreshToken. */
	customClientMetadata: Record<string, unknown>;
	isThirdParty: boolean;
	/** A machine whose tokens open the management API, all of it. Granted by an operator, by name. */
	mayManage?: boolean;
	/** Of a third party only; absent, it has the usual scopes and no links. */
	thirdParty?: ThirdParty;
	/** What pages show differently for it. */
	experience?: ApplicationExperience;
	createdAt: number;
};
/** What it may ask people for, and where it says what it does with it. */
export type ThirdParty = { scopes: ConsentScope[]; termsOfUseUrl?: string; privacyPolicyUrl?: string };
export type ApplicationStore = {
	find(id: string): Promise<Application | undefined>;
	insert(application: Application): Promise<void>;
	update(application: Application): Promise<boolean>;
	list(): Promise<Application[]>;
	remove(id: string): Promise<boolean>;
};

/** A configured connector; `config` is decrypted, shaped by the connector's own schema. */
export type ConnectorRecord = {
	id: string;
	/** Factory: `aliyun-short-message-service`, `aliyun-direct-mail`. */
	connectorId: string;
	carries: 'sms' | 'email';
	config: unknown;
	enabled: boolean;
	createdAt: number;
};
export type ConnectorStore = {
	list(): Promise<ConnectorRecord[]>;
	/** Replaces the enabled connector of the same kind (one SMS and one mail connector at a time). */
	put(record: ConnectorRecord): Promise<void>;
};

export type SettingsStore = {
	/** Those of a second ago at the oldest; a change by this process shows at once. */
	read(): Promise<Settings>;
	/**
	 * Decides on what is stored now, and again when somebody else was faster. What is written through `scope` stays
	 * together with the settings, or goes with a refusal.
	 */
	change(
		decide: (before: Settings, scope: StoreScope) => Result<Settings> | Promise<Result<Settings>>
	): Promise<Result<Settings>>;
};

export type UsernameStore = {
	/** Keeps names in lower case. Those that differ in case only stay as they are: answers how many, and a few of them. */
	fold(): Promise<{ totalConflicts: number; samples: string[] }>;
};

/** Everything that must be written together is written through one scope. */
export type StoreScope = {
	interactions: InteractionStore;
	users: UserStore;
	usernames: UsernameStore;
	secrets: SecretStore;
	oneTimeTokens: OneTimeTokenStore;
	lockouts: LockoutStore;
	audit: AuditStore;
};
export type Store = StoreScope & {
	budgets: BudgetStore;
	applications: ApplicationStore;
	connectors: ConnectorStore;
	settings: SettingsStore;
	oidc: OidcStore;
	keys: KeyStore;
	/** No HTTP and no hashing inside: SQLite runs transactions one at a time. */
	transaction<Value>(run: (scope: StoreScope) => Promise<Value>): Promise<Value>;
	ping(): Promise<boolean>;
	/** Deletes what has expired; answers how many rows went. Without `auditKeptMs` the audit log stays whole. */
	sweep(now: number, auditKeptMs?: number): Promise<number>;
	close(): Promise<void>;
};

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

/** What use cases ask of the provider. */
export type OidcPort = {
	/** `<origin>/oidc/auth/<uid>`: where a finished interaction goes on. */
	resumeUrl(interactionId: string): string;
	/** Account that a provider session is signed in as now; undefined when the session is gone. */
	accountOfSession(sessionUid: string): Promise<string | undefined>;
	/** What the provider wants the person asked; undefined when it does not ask for consent in this interaction. */
	consentRequestOf(interactionId: string): Promise<ConsentRequest | undefined>;
};

export type ConsentRequest = {
	/** The provider session in which the request was made, and its account at that time. */
	session: { uid: string; accountId: string };
	/** Everything that is asked for, and what of it was not granted before. */
	scopes: ConsentScope[];
	missing: ConsentScope[];
	redirectUri: string;
};

export type Log = {
	info(event: string, fields?: Record<string, unknown>): void;
	warn(event: string, fields?: Record<string, unknown>): void;
	error(event: string, fields?: Record<string, unknown>): void;
};

/** Everything, built once in `services.ts`. */
export type Services = {
	clock: Clock;
	ids: Ids;
	hasher: Hasher;
	passwords: Passwords;
	store: Store;
	/** Cached for a second. */
	settings(): Promise<Settings>;
	messenger: Messenger;
	oidc: OidcPort;
	log: Log;
	/** One configured origin, no trailing slash. */
	origin: string;
	/** Demo mode: loopback http origin and NODE_ENV is not `production`. */
	demo: boolean;
};

export type { CodeIdentifier, GuessOutcome, Interaction, Settings, User, UserIdentifier };
