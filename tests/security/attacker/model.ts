// What must be true of every door, reckoned from outside: who proved what, and who may therefore be let in.
import type { SoftPasskey } from '../../support/soft-passkey.ts';
import type { Contact, Name } from './target.ts';

export type Proof = {
	by: 'code' | 'password' | 'link' | 'passkey';
	identifier: Contact | Name;
	/** What the code or link was for, empty for a link for nothing in particular; one of another journey proves nothing in recovery. */
	event: string;
	/** The password's number when the code or the link was made: a newer one makes the proof void. */
	passwordNumber: number;
	/** Another code of the kind was sent since. */
	isReplaced?: boolean;
	/** Of a passkey: whose it is. */
	personId?: string;
};

export type Person = {
	id: string;
	phone?: string;
	email?: string;
	username?: string;
	password?: string;
	/** Also without one: to be rid of a password is a change of it. */
	passwordNumber: number;
	/** Whether anybody ever brought a code that was sent to one of its addresses. */
	isProven: boolean;
	isSuspended: boolean;
	/** The offer of a second step was declined. */
	hasDeclined?: boolean;
} & Factors;

export type Rules = {
	codeSignIn: string[];
	passwordSignIn: string[];
	signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
	/** Second factors that are switched on, and what is asked of whom (contract §3.12). */
	factors: FactorName[];
	policy: Policy;
	passkeySignIn: boolean;
	trustedDevice: boolean;
};

export type Policy = (typeof policies)[number];
export const policies = [
	'NoPrompt',
	'UserControlled',
	'PromptAtSignInAndSignUp',
	'PromptOnlyAtSignIn',
	'Mandatory',
	'PromptAtSignInAndSignUpMandatory',
	'PromptOnlyAtSignInMandatory'
] as const;

export type FactorName = 'Totp' | 'BackupCode' | 'WebAuthn' | 'PhoneVerificationCode';
/** `counter`: the highest that a door has accepted. */
export type HeldPasskey = { passkey: SoftPasskey; counter: number };
/** What somebody has besides names and a password. */
export type Factors = { app?: string; backupCodes?: string[]; passkeys?: HeldPasskey[] };
/** A second proof that a door has accepted; `to` is where a code went. */
export type Shown = { factor: FactorName; personId: string; to?: string };

export class Broken extends Error {}

export function holds({ phone, email, username }: Person, { type, value }: Contact | Name): boolean {
	return { phone, email, username }[type] === value;
}

/** I1, I7: somebody is signed in only by a proof of their own, of a kind that the settings allow now. */
export function mayBeSignedIn(person: Person, proofs: Proof[], rules: Rules): boolean {
	if (person.isSuspended || rules.signInMode === 'Register') return false;
	return proofs.some(({ by, identifier, event, passwordNumber, personId }) =>
		by === 'passkey'
			? personId === person.id && rules.passkeySignIn
			: holds(person, identifier) &&
				(by === 'code'
					? rules.codeSignIn.includes(identifier.type)
					: by === 'link'
						? event === '' || event === 'SignIn'
						: rules.passwordSignIn.includes(identifier.type) && passwordNumber === person.passwordNumber)
	);
}

/** Backup codes stand in for another factor and are none alone. */
function ownedFactors({ app, phone, passkeys }: Person, { factors }: Rules): FactorName[] {
	const has = { Totp: app, PhoneVerificationCode: phone, WebAuthn: passkeys?.length };
	return (['Totp', 'PhoneVerificationCode', 'WebAuthn'] as const).filter(
		(factor) => has[factor] && factors.includes(factor)
	);
}

/** Made for the risk of a sign-in to decide. */
export function isAdaptive({ policy }: Rules): boolean {
	return policy !== 'Mandatory' && policy.endsWith('Mandatory');
}

/** I1: whoever has a factor has shown one of their own in this interaction, by another channel than the first proof. */
export function hasShownFactor(person: Person, shown: Shown[], proofs: Proof[], rules: Rules): boolean {
	if (ownedFactors(person, rules).length === 0) return true;
	// A passkey alone is both proofs in one, while it may be the first.
	if (rules.passkeySignIn && proofs.some(({ personId }) => personId === person.id)) return true;
	const isFirst = (to: string) =>
		proofs.some(({ by, identifier, isReplaced }) => by === 'code' && identifier.value === to && !isReplaced);
	return shown.some(
		({ factor, personId, to }) =>
			personId === person.id &&
			rules.factors.includes(factor) &&
			(to === undefined || (to === person.phone && !isFirst(to)))
	);
}

/** I1: where everybody must have a factor nobody ends without one, and where one is offered nobody without an answer. */
export function hasFactorAtEnd(person: Person, event: string | undefined, rules: Rules): boolean {
	const { policy, factors } = rules;
	if (factors.length === 0 || ownedFactors(person, rules).length > 0) return true;
	if (policy === 'NoPrompt' || (policy.startsWith('PromptOnlyAtSignIn') && event === 'Register')) return true;
	return !policy.endsWith('Mandatory') && person.hasDeclined === true;
}

/** I2: a password is set anew only by a code for that, from after the last change. */
export function mayReset(person: Person, proofs: Proof[]): boolean {
	return (
		!person.isSuspended &&
		proofs.some(
			({ by, event, identifier, passwordNumber }) =>
				by !== 'password' &&
				event === 'ForgotPassword' &&
				holds(person, identifier) &&
				passwordNumber === person.passwordNumber
		)
	);
}

/** A link that an administrator sent opens sign-up where it is closed, to the address that it was sent to. */
export function isInvited(email: string | undefined, proofs: Proof[]): boolean {
	return proofs.some(
		({ by, identifier, event }) => by === 'link' && identifier.value === email && (event === '' || event === 'Register')
	);
}

/** I8: every contact of a new account was proven in the interaction that made it. */
export function areProven(contacts: Contact[], proofs: Proof[]): boolean {
	return contacts.every((contact) =>
		proofs.some(
			({ by, identifier }) =>
				by !== 'password' && identifier.type === contact.type && identifier.value === contact.value
		)
	);
}
