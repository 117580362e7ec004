// The records of what was proven in an interaction: one of each type, and what each is worth now.
import type { Settings } from '../../../contract/settings.ts';
import type { Started } from '../interaction/decision.ts';
import type { Interaction, StagedProfile, TokenVerification, Verification } from '../interaction/state.ts';
import type { User } from '../user.ts';
import type { Factor } from '../factor.ts';
import {
	isAskedFor,
	isModeOpen,
	isRecoveryMethod,
	maySignInByCode,
	maySignInWithPasskey,
	maySignInWithPassword
} from './policy.ts';

export function withVerification<State extends Interaction>(state: State, record: Verification): State {
	return { ...state, verifications: [...state.verifications.filter(({ type }) => type !== record.type), record] };
}

/** Whoever manages the installation sent the link: it opens sign-up where that is closed for others (contract §3.2). */
function isInvited(state: Interaction): boolean {
	return invitations(state).length > 0;
}

/** The invitation is for the address that the link was sent to, and for nobody without it. */
export function isInvitedAs({ primaryEmail }: StagedProfile, state: Interaction): boolean {
	return invitations(state).some(({ identifier }) => identifier.value === primaryEmail);
}

function invitations({ verifications }: Interaction) {
	return verifications.filter((record) => record.type === 'OneTimeToken').filter(invites);
}

function invites({ interactionEvent }: TokenVerification): boolean {
	return interactionEvent === undefined || interactionEvent === 'Register';
}

/** Whether the journey may go on: its mode is open, or the person was invited. */
export function mayGoOn(state: Started, policy: Settings): boolean {
	return isModeOpen(state.event, policy) || (state.event === 'Register' && isInvited(state));
}

export function isVerified(record: Verification): boolean {
	return record.type !== 'NewPasswordIdentity' && record.verified;
}

/** Whether the record proves, today, that its owner is this account: identifiers move on and passwords change. */
export function proves(record: Verification, user: User): boolean {
	if (!isVerified(record)) return false;
	if (record.type === 'Password') {
		return record.userId === user.id && record.passwordUpdatedAt === user.password?.updatedAt;
	}
	if (record.type === 'SignInPasskey') return record.userId === user.id;
	const held = { username: user.username, email: user.primaryEmail, phone: user.primaryPhone };
	return held[record.identifier.type] === record.identifier.value;
}

/** All that proves this account, today: a passkey that was removed meanwhile does not. */
export function firstProofs({ verifications }: Interaction, user: User, factors: Factor[]): Verification[] {
	return verifications.filter(
		(record) =>
			proves(record, user) && (record.type !== 'SignInPasskey' || factors.some(({ id }) => id === record.factorId))
	);
}

/** Whether the settings let somebody sign in by this kind of proof. */
export function opensSignIn(record: Verification, policy: Settings): boolean {
	const { type, identifier } = record;
	if (type === 'Password') return maySignInWithPassword(identifier.type, policy);
	if (type === 'SignInPasskey') return maySignInWithPasskey(policy);
	// Whoever manages the installation handed it out, perhaps for something else.
	if (type === 'OneTimeToken') return (record.interactionEvent ?? 'SignIn') === 'SignIn';
	return type !== 'NewPasswordIdentity' && maySignInByCode(identifier.type, policy);
}

/** Whether the settings let an account be made of it. An invitation is to an address, whatever others sign up with. */
export function opensSignUp(record: Verification, policy: Settings): boolean {
	return record.type === 'OneTimeToken' ? invites(record) : isAskedFor(record.identifier.type, policy);
}

/** A code or a link from before the last change of the password is spent: whoever asked for it then may not be the owner. */
export function isFresh(record: Verification, { password, passwordRemovedAt }: User): boolean {
	const since = password?.updatedAt ?? passwordRemovedAt ?? 0;
	if (record.type === 'OneTimeToken') return record.createdAt > since;
	return 'sentAt' in record && record.sentAt > since;
}

/** Whether a password is all that shows, in a sign-in, that this is the account's owner. */
export function restsOnPassword({ event, verifications }: Interaction, user: User, policy: Settings): boolean {
	if (event !== 'SignIn') return false;
	const ways = verifications.filter((record) => proves(record, user) && opensSignIn(record, policy));
	return ways.length > 0 && ways.every(({ type }) => type === 'Password');
}

/** A password proves too little to choose another one, and nothing to somebody who forgot it. */
export function opensRecovery(record: Verification, policy: Settings): boolean {
	switch (record.type) {
		case 'EmailVerificationCode':
		case 'PhoneVerificationCode':
			return isRecoveryMethod(record.identifier.type, policy);
		case 'OneTimeToken':
			return record.interactionEvent === 'ForgotPassword';
		default:
			return false;
	}
}
