// What was proven, or set up, of second factors in one interaction. Kept apart from first proofs, so that one can never
// stand in for the other. At most one of each type: a newer one replaces the older.
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { FactorChoices, NewFactor, PasskeyCredential } from '../factor.ts';

type OfUser = { id: string; userId: string; verified: boolean };

export type FactorCodeRecord = OfUser & {
	type: 'MfaEmailVerificationCode' | 'MfaPhoneVerificationCode';
	identifier: CodeIdentifier;
	/** Epoch milliseconds. */
	sentAt: number;
	expiresAt: number;
	/** As of a first code: see `CodeVerification`. */
	scarce?: boolean;
	nearby?: boolean;
};

/** A key being set up, or the account's own that was used. `lastStep`: the time step of the code that was right. */
export type TotpRecord = OfUser & { type: 'TOTP'; sealedSecret?: string; lastStep?: number; factorId?: string };

export type PasskeyRecord = OfUser & {
	type: 'WebAuthn';
	ceremony: 'registration' | 'authentication';
	challenge: string;
	/** Epoch milliseconds. */
	expiresAt: number;
	/** What registration brought, or the passkey that was used. */
	credential?: PasskeyCredential;
	factorId?: string;
};

/** Codes that were just made, or one that was used. */
export type BackupCodeRecord = OfUser & { type: 'BackupCode'; digests?: string[]; factorId?: string };

export type FactorRecord = FactorCodeRecord | TotpRecord | PasskeyRecord | BackupCodeRecord;

/** What submit will write. */
export type StagedFactors = FactorChoices & {
	totp?: Extract<NewFactor, { type: 'Totp' }>;
	passkeys?: Extract<NewFactor, { type: 'WebAuthn' }>[];
	backupCodes?: Extract<NewFactor, { type: 'BackupCode' }>;
};
