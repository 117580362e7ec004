// What happened, in the past tense. Every fact a decision needs is in the event: time, lookups, outcomes.
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { PasswordIssue } from '../../../contract/password-policy.ts';
import type { ProblemCode } from '../../../contract/problems.ts';
import type { CodeIdentifier, Identifier, InteractionEvent } from '../../../contract/schemas.ts';
import type { GuessOutcome } from '../guess.ts';
import type { Device, NewDevice } from '../device.ts';
import type { Factor } from '../factor.ts';
import type { Terms, User } from '../user.ts';
import type { FactorEvent } from './factor-events.ts';
import type { StagedProfile } from './state.ts';

export type Event =
	| Started
	| { type: 'event-changed'; event: InteractionEvent }
	| CodeRequested
	| ProofWanted
	| { type: 'code-checked'; recordId: string; outcome: GuessOutcome; attemptsLeft: number; at: number }
	| PasswordChecked
	| NewIdentityOffered
	| TokenChecked
	| Identified
	| ProfileOffered
	| PasswordChosen
	| SignInPasskeyAsked
	| ComputerShared
	| SignInPasskeyChecked
	| FactorEvent
	| Submitted;

export type Started = {
	type: 'started';
	event: InteractionEvent;
	keepVerifications: boolean;
	/** Work that was handed in: what it was done on, and the zero bits that it came to. */
	proof?: { id: string; bits: number; at: number };
};

/** A code or the end has to wait for a proof of work. */
export type ProofWanted = {
	type: 'proof-wanted';
	id: string;
	identifier?: CodeIdentifier;
	masked?: boolean;
	isHard: boolean;
	at: number;
};

/** Something that all share was used up: whether this code is sent all the same, and whether for where it was asked from. */
export type Scarcity = { isServed: boolean; isNearby: boolean };

export type CodeRequested = {
	type: 'code-requested';
	recordId: string;
	identifier: CodeIdentifier;
	/** Known to the browser, and not to whoever sits before it. */
	masked?: boolean;
	/** The account that has this identifier. */
	holderId: string | undefined;
	/** HMAC of the code that would be sent, and one that no code can have. */
	digest: string;
	impossibleDigest: string;
	/** Something that all share was used up: whether this one is served all the same. */
	scarcity?: Scarcity;
	at: number;
};

export type PasswordChecked = {
	type: 'password-checked';
	recordId: string;
	identifier: Identifier;
	/** The account that has this identifier; whether the password is its own. */
	user: User | undefined;
	matches: boolean;
	/** The settings let nobody sign in this way; the console lets its administrators. */
	isForAdmins?: boolean;
	at: number;
};

export type NewIdentityOffered = {
	type: 'new-identity-offered';
	recordId: string;
	identifier: Identifier & { type: 'username' };
	isTaken: boolean;
	password: NewPassword;
	at: number;
};

export type TokenChecked = {
	type: 'token-checked';
	recordId: string;
	identifier: CodeIdentifier & { type: 'email' };
	/** Consumed just now: what it was made for, and when. Or why it was refused. */
	token: { interactionEvent?: InteractionEvent; createdAt: number } | { refusal: ProblemCode };
};

export type Identified = {
	type: 'identified';
	verificationId: string | undefined;
	/** The account that holds the record's identifier, if any. */
	user: User | undefined;
	newUserId: string;
	/** Whether the password that the new account is to have is what it will be called or reached by. */
	isPassword?: boolean;
	at: number;
};

/** Examined by the policy before it is hashed: refused ones have issues, accepted ones a digest. */
export type NewPassword = { issues: PasswordIssue[]; digest?: PasswordDigest };

/** May happen before an interaction has begun. */
export type ComputerShared = { type: 'computer-shared'; isShared: boolean };

/** The same. */
export type SignInPasskeyAsked = { type: 'sign-in-passkey-asked'; challenge: string; at: number };

/** Without a passkey: not what was asked for. */
export type SignInPasskeyChecked = {
	type: 'sign-in-passkey-checked';
	recordId: string;
	passkey: { userId: string; factorId: string; identifier: Identifier } | undefined;
	at: number;
};

export type ProfileOffered = {
	type: 'profile-offered';
	item:
		| { type: 'username'; value: string }
		| { type: 'password'; password: NewPassword }
		| { type: 'email' | 'phone'; verificationId: string }
		| { type: 'extraProfile'; values: Pick<StagedProfile, 'name' | 'avatar' | 'profile' | 'customData'> };
	/** The identified account as it is now. */
	user: User | undefined;
	factors: Factor[];
	/** Who holds the offered username or contact. */
	holderId: string | undefined;
	/** Whether it is the password that was chosen before it. */
	isPassword?: boolean;
	at: number;
};

/** A new password in place of a forgotten one. */
export type PasswordChosen = {
	type: 'password-chosen';
	password: NewPassword;
	/** Whether it is the one that the account has. */
	isSame: boolean;
	user: User | undefined;
	at: number;
};

export type Submitted = {
	type: 'submitted';
	/** The identified account as it is now, with its second factors where the settings know any. */
	user: User | undefined;
	factors: Factor[];
	redirectTo: string;
	/** The browser as the account remembers it, and what it would be remembered by from now on. */
	device?: Device;
	/** Of what it showed. */
	heldDigest?: string;
	/** That was replaced a moment ago. */
	isDeviceRecent?: boolean;
	newDevice?: NewDevice;
	/** What our pages, or others that say so, have put to the person. */
	terms?: Terms;
	at: number;
};
