// What somebody who is signed in has proven about their own account.
import type { ProofMethod } from '../../../contract/account/verifications.ts';
import type { PasskeyCredential } from '../factor.ts';

/**
 * `reauthentication`: who asks. The others are of something new, good once, and never show who asks.
 * Of backup codes that were made there is nothing to verify: they are whoever's brings them back.
 */
export type VerificationPurpose = 'reauthentication' | 'new-identifier' | 'new-passkey' | 'new-backup-codes';

export type AccountVerification = {
	id: string;
	userId: string;
	purpose: VerificationPurpose;
	type: ProofMethod;
	/** Of codes: the canonical address or number that they went to. */
	identifier?: string;
	/** Of second factors: which one was shown. */
	factorId?: string;
	/** Of passkeys: what the authenticator is to sign. */
	challenge?: string;
	/** Of a new passkey: what the authenticator answered. */
	credential?: PasskeyCredential;
	/** Of new backup codes: what is to be kept of them. */
	digests?: string[];
	/** Epoch milliseconds. */
	verifiedAt?: number;
	createdAt: number;
	expiresAt: number;
};

/** R22 of the requirements on sign-in: a proof of who asks is ten minutes old at most. */
export const verificationMs = 10 * 60 * 1000;
