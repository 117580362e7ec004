// A person with an account.
import type { FactorChoices } from './factor.ts';

export type User = {
	id: string;
	username?: string;
	primaryEmail?: string;
	/** E.164 digits without `+`. */
	primaryPhone?: string;
	name?: string;
	avatar?: string;
	profile: Record<string, unknown>;
	customData: Record<string, unknown>;
	/** Contacts that an administrator wrote down and that nobody has shown to be theirs yet (R19). */
	unproven?: ('email' | 'phone')[];
	isSuspended: boolean;
	/** May use the console, and the management API with it. Granted by an operator. */
	isAdmin?: boolean;
	/** Undefined while the account has none. */
	password?: { updatedAt: number; isExpired: boolean };
	/** When the last one was taken away, while it has none. */
	passwordRemovedAt?: number;
	/** What the person agreed to last. */
	terms?: AgreedTerms;
	/** What its owner decided about second factors. */
	factorChoices?: FactorChoices;
	/** Application of the first sign-in. */
	applicationId?: string;
	/** Epoch milliseconds, as all times. */
	lastSignInAt?: number;
	createdAt: number;
	updatedAt: number;
};

/** Addresses of the documents as they were shown, and when the person said yes. */
export type AgreedTerms = Terms & { at: number };
export type Terms = { termsOfUseUrl?: string; privacyPolicyUrl?: string };

export type UserIdentifier = { type: 'username' | 'email' | 'phone'; value: string };
