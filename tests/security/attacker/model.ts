// What must be true of every door, reckoned from outside: who proved what, and who may therefore be let in.
import type { Contact, Name } from './target.ts';

export type Proof = {
	by: 'code' | 'password' | 'link';
	identifier: Contact | Name;
	/** What the code or link was for, empty for a link for nothing in particular; one of another journey proves nothing in recovery. */
	event: string;
	/** The password's number at the time: a newer one makes the proof void. */
	passwordNumber: number;
};

export type Person = {
	id: string;
	phone?: string;
	email?: string;
	username?: string;
	password?: string;
	passwordNumber: number;
	/** Whether anybody ever brought a code that was sent to one of its addresses. */
	isProven: boolean;
	isSuspended: boolean;
} & Factors;

export type Rules = {
	codeSignIn: string[];
	passwordSignIn: string[];
	signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
	/** Second factors that are switched on, and whether everybody must have one. */
	factors: FactorName[];
	isMandatory: boolean;
};

export type FactorName = 'Totp' | 'BackupCode' | 'PhoneVerificationCode';
/** What somebody has besides names and a password. */
export type Factors = { app?: string; backupCodes?: string[] };
/** A second proof that a door has accepted; `to` is where a code went. */
export type Shown = { factor: FactorName; personId: string; to?: string };

export class Broken extends Error {}

export function holds({ phone, email, username }: Person, { type, value }: Contact | Name): boolean {
	return { phone, email, username }[type] === value;
}

/** I1, I7: somebody is signed in only by a proof of their own, of a kind that the settings allow now. */
export function mayBeSignedIn(person: Person, proofs: Proof[], rules: Rules): boolean {
	if (person.isSuspended || rules.signInMode === 'Register') return false;
	return proofs.some(
		({ by, identifier, event, passwordNumber }) =>
			holds(person, identifier) &&
			(by === 'code'
				? rules.codeSignIn.includes(identifier.type)
				: by === 'link'
					? event === '' || event === 'SignIn'
					: rules.passwordSignIn.includes(identifier.type) && passwordNumber === person.passwordNumber)
	);
}

/** Backup codes stand in for another factor and are none alone. */
function ownedFactors({ app, phone }: Person, { factors }: Rules): FactorName[] {
	const owned: FactorName[] = [...(app ? ['Totp' as const] : []), ...(phone ? ['PhoneVerificationCode' as const] : [])];
	return owned.filter((factor) => factors.includes(factor));
}

/** I1: whoever has a factor has shown one of their own in this interaction, by another channel than the first proof. */
export function hasShownFactor(person: Person, shown: Shown[], proofs: Proof[], rules: Rules): boolean {
	if (ownedFactors(person, rules).length === 0) return true;
	const isFirst = (to: string) => proofs.some(({ by, identifier }) => by === 'code' && identifier.value === to);
	return shown.some(
		({ factor, personId, to }) =>
			personId === person.id &&
			rules.factors.includes(factor) &&
			(to === undefined || (to === person.phone && !isFirst(to)))
	);
}

/** I1: where everybody must have a factor, nobody ends without one. */
export function hasFactorAtEnd(person: Person, rules: Rules): boolean {
	return !rules.isMandatory || ownedFactors(person, rules).length > 0;
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
