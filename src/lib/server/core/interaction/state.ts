// What is known about one sign-in attempt. Plain data: the core decides on it, the store keeps it.
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { CodeIdentifier, Identifier, InteractionEvent } from '../../../contract/schemas.ts';
import type { FactorRecord, StagedFactors } from './factor-records.ts';

export type CodeVerification = {
	id: string;
	type: 'EmailVerificationCode' | 'PhoneVerificationCode';
	identifier: CodeIdentifier;
	templateType: TemplateType;
	verified: boolean;
	/** Epoch milliseconds. */
	sentAt: number;
	expiresAt: number;
	/** False when the code was withheld on purpose (unknown recipient of a closed flow): it can never match. */
	delivered: boolean;
	/** Nobody is told what became of the message: it would tell members from strangers. */
	unawaited?: true;
	/** Asked for while fewer codes than wanted were sent: it counts for no share of codes that come back. */
	scarce?: boolean;
	/** Sent for where it was asked from: see `core/rules/sends/neighbours.ts`. */
	nearby?: boolean;
	/** Asked for by a press on a remembered account: whoever pressed it need not know whose number or address it is. */
	masked?: true;
	/** The account that had this identifier when the code was asked for: failures count against it. */
	userId?: string;
};

/** A password that was right. There is no record of a wrong one. */
export type PasswordVerification = {
	id: string;
	type: 'Password';
	identifier: Identifier;
	verified: true;
	/** Whose password it was, and of when: one that was changed since proves nothing any more. */
	userId: string;
	passwordUpdatedAt: number;
};

/** A username and a password for an account that is still to be made. */
export type NewPasswordIdentity = {
	id: string;
	type: 'NewPasswordIdentity';
	identifier: Identifier & { type: 'username' };
	digest: PasswordDigest;
};

/** A link's token, consumed. */
export type TokenVerification = {
	id: string;
	type: 'OneTimeToken';
	identifier: CodeIdentifier & { type: 'email' };
	/** What it was made for; undefined for signing in or up, whichever it leads to. */
	interactionEvent?: InteractionEvent;
	verified: true;
	/** When the link was made, however late it is followed: see `isFresh`. */
	createdAt: number;
};

/** A passkey that its owner signed in with. `identifier` is one of the account's, and proves nothing of itself. */
export type PasskeyVerification = {
	id: string;
	type: 'SignInPasskey';
	identifier: Identifier;
	verified: true;
	userId: string;
	factorId: string;
};

/** At most one of each type: a newer one replaces the older. */
export type Verification =
	CodeVerification | PasswordVerification | NewPasswordIdentity | TokenVerification | PasskeyVerification;

/** What an account is to get once the interaction is submitted. Contacts in it were proven in this interaction. */
export type StagedProfile = {
	username?: string;
	primaryEmail?: string;
	primaryPhone?: string;
	passwordDigest?: PasswordDigest;
	name?: string;
	avatar?: string;
	profile?: Record<string, unknown>;
	customData?: Record<string, unknown>;
	/** The optional fields were shown once: they are not asked for again. */
	submitted?: boolean;
};

/** Work that somebody must do, or a wait instead, before a code goes to `identifier`; without one, before the end. */
export type WantedProof = {
	/** What the work is done on. It is good once. */
	id: string;
	identifier?: CodeIdentifier;
	/** As a code that it stands before. */
	masked?: true;
	/** Zero bits that SHA-256 of the answer must begin with. */
	bits: number;
	/** Epoch milliseconds from which having waited is as good. */
	readyAt: number;
};

export type Captcha = {
	wanted?: WantedProof;
	/** For whom it was done last. */
	proven?: { identifier?: CodeIdentifier };
};

/** Usage types of message templates, as Logto names them. */
export type TemplateType = 'SignIn' | 'Register' | 'ForgotPassword' | 'Generic' | 'MfaVerification';

export type Interaction = {
	/** The provider's interaction uid. */
	id: string;
	clientId: string;
	/** Raised by every successful replace; the compare-and-swap key. */
	version: number;
	/** The provider session that it was opened in, where somebody was signed in already. */
	session?: { uid: string; accountId?: string };
	event?: InteractionEvent;
	/** Set by identification of an existing account. */
	userId?: string;
	/** Set by Register identification: the account that submit will write. Reserves nothing. */
	newUserId?: string;
	profile?: StagedProfile;
	/** How many new passwords were compared with the one that is to be replaced. */
	comparedPasswords?: number;
	verifications: Verification[];
	captcha?: Captcha;
	/** What a passkey is asked to sign, before anybody is known: good for one try. Epoch milliseconds. */
	passkeyChallenge?: { challenge: string; expiresAt: number };
	/** Second factors: what was proven or set up, and what submit will write of it. */
	factorRecords?: FactorRecord[];
	factors?: StagedFactors;
	/** The person wants no second factor asked in this browser for a while. */
	trustsDevice?: true;
	/** Adaptive MFA has asked for a second factor here. */
	isRiskFound?: true;
	/** A computer that others use: its browser is to keep nothing of this sign-in. */
	isShared?: true;
	/** Set once by submit. */
	finished?: { at: number; userId: string; redirectTo: string };
	/** Epoch milliseconds. */
	expiresAt: number;
};

/** A finished interaction answers its `redirectTo` again for this long (double clicks, second tabs). */
export const finishedAnswerMs = 2 * 60 * 1000;
