// What an account proves itself with besides its password or code.
import type { FactorType } from '../../contract/factors.ts';

/** Kept by us; addresses and numbers are factors by being the account's own. */
export type KeptFactorType = Extract<FactorType, 'Totp' | 'WebAuthn' | 'BackupCode'>;

/** A kept factor as rules see it: nothing of its secret. */
export type Factor = {
	id: string;
	type: KeptFactorType;
	/** Of a passkey: as its owner calls it. */
	name?: string;
	/** Of backup codes: how many have not been used. */
	remaining?: number;
	createdAt: number;
	lastUsedAt?: number;
};

/** A public key and what its authenticator said of itself (WebAuthn §6.5.2). */
export type PasskeyCredential = {
	/** Base64url, as the authenticator chose it. */
	credentialId: string;
	/** COSE key, base64url. */
	publicKey: string;
	/** Signatures so far; 0 for ever with authenticators that do not count. */
	counter: number;
	transports?: string[];
	/** Names the make of the authenticator. */
	aaguid?: string;
	rpId: string;
};

/** To be kept from submit on. Secrets are sealed or hashed already. */
export type NewFactor =
	| { id: string; type: 'Totp'; sealedSecret: string; lastStep: number }
	| ({ id: string; type: 'WebAuthn'; name?: string } & PasskeyCredential)
	/** `replaces`: the account has older ones. */
	| { id: string; type: 'BackupCode'; digests: string[]; replaces: boolean };

/** What the owner decided about second factors. */
export type FactorChoices = {
	/** Off: not asked at sign-in, unless the installation insists. Logto's `skipMfaOnSignIn` turned round. */
	enabled?: boolean;
	/** The offer to set one up was declined once. */
	skipped?: boolean;
};
