// Second factors: what use cases need of their store, and of the libraries that make and check them.
import type { Factor, FactorChoices, NewFactor, PasskeyCredential } from '../../core/factor.ts';
import type { User } from '../../core/user.ts';

export type KeptPasskey = PasskeyCredential & { factorId: string; userId: string };

/** An account with what it has to prove itself; one look-up. */
export type FactorHolder = {
	user: User;
	/** Oldest first, nothing secret. */
	factors: Factor[];
	/** The authenticator app; `sealedSecret` opens with the vault. */
	totp?: { id: string; sealedSecret: string };
	passkeys: KeptPasskey[];
};

export type FactorStore = {
	findHolder(userId: string): Promise<FactorHolder | undefined>;
	/** Whose it is, with its owner: one look-up. */
	findPasskey(credentialId: string): Promise<{ user: User; passkey: KeptPasskey } | undefined>;
	/** One conditional write: true once for each time step, and never for an earlier one (RFC 6238 §5.2). */
	takeTotpStep(id: string, step: number, at: number): Promise<boolean>;
	/** One conditional write: the factor's id for the first who brings an unused code of this account. */
	consumeBackupCode(userId: string, digest: string, at: number): Promise<string | undefined>;
	/** One conditional write: false for a counter that did not go forward, unless it never counts (WebAuthn §6.1.1). */
	advanceCounter(id: string, counter: number, at: number): Promise<boolean>;
	/** Adds them, new backup codes in place of old ones; `taken` names what the account has by now. Roll back then. */
	keep(userId: string, factors: NewFactor[], at: number): Promise<FactorsKept>;
	choose(userId: string, choices: FactorChoices): Promise<void>;
	/** One of its own; false where there is none. */
	remove(userId: string, id: string): Promise<boolean>;
	/** False where the account has no such passkey. */
	namePasskey(userId: string, id: string, name: string): Promise<boolean>;
	/** When each of its backup codes was used, undefined for those that are good. */
	listBackupCodes(userId: string): Promise<{ usedAt?: number }[]>;
	/** Answers how many there were. */
	removeAll(userId: string): Promise<number>;
};

export type FactorsKept = { ok: true } | { ok: false; taken: NewFactor['type'] };

/** Seals what must be readable again. `place` names what it belongs to, so that it cannot be moved. */
export type Vault = {
	seal(place: string, value: string): Promise<string>;
	open(place: string, sealed: string): Promise<string>;
};

/** Time-based codes of an authenticator app (RFC 6238: SHA-1, 30 s, 6 digits). Real time: the app's clock is real. */
export type Totp = {
	/** 160 bits, base32. */
	generateSecret(): string;
	/** The time step whose code this is, one step early or late allowed; undefined when it is none. */
	findStep(secret: string, code: string): Promise<number | undefined>;
	/** `otpauth://…` for the app, and the same as a picture: `data:image/svg+xml;base64,…`. */
	describe(secret: string, issuer: string, account: string): { uri: string; qrCode: string };
};

/** Passkeys (WebAuthn level 3). Options and answers are the JSON of the browser's API. */
export type Passkeys = {
	/** The relying party's id: the host of the configured origin. */
	rpId: string;
	registrationOptions(asked: {
		rpName: string;
		userId: string;
		userName: string;
		existing: PasskeyCredential[];
	}): Promise<Ceremony>;
	/** Without `existing`: any passkey of this host that the device offers. */
	authenticationOptions(existing?: PasskeyCredential[]): Promise<Ceremony>;
	/** Undefined for anything but a proof made here, for this challenge, with the person verified. */
	readRegistration(payload: unknown, challenge: string): Promise<PasskeyCredential | undefined>;
	/** The signature counter; undefined as above. */
	readAuthentication(payload: unknown, challenge: string, passkey: PasskeyCredential): Promise<number | undefined>;
};

export type Ceremony = { challenge: string; options: Record<string, unknown> };
