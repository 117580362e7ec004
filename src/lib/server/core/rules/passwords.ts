// Passwords as a proof, and as something to choose: what a right or wrong one, a good or bad one leads to.
import type { ProblemCode } from '../../../contract/problems.ts';
import type { Identifier } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { NewIdentityOffered, PasswordChecked } from '../interaction/event.ts';
import type { Interaction } from '../interaction/state.ts';
import { isAskedFor, isModeOpen, maySignInWithPassword } from './policy.ts';
import { mayGoOn, withVerification } from './verifications.ts';

/** Asked before the password is looked at, so that nothing is hashed for a closed door. */
export function whyNoPassword({ event }: Interaction, { type }: Identifier, policy: Settings): ProblemCode | undefined {
	if (!event) return 'session.interaction_not_found';
	if (event !== 'SignIn') return 'session.invalid_interaction_type';
	if (!isModeOpen(event, policy)) return 'auth.forbidden';
	return maySignInWithPassword(type, policy) ? undefined : 'user.sign_in_method_not_enabled';
}

/** What is wrong with the account is told to its owner only: after the right password. */
export function checkPassword(state: Started, event: PasswordChecked, policy: Settings): Decision {
	const { user, matches, isForAdmins, at, recordId: id, identifier } = event;
	const refusal = whyNoPassword(state, identifier, policy);
	if (refusal) return refused(state, refusal);
	const key = `Interaction.${state.event}.Verification.Password.Submit` as const;
	const refuse = (code: ProblemCode): Decision => ({
		...refused(state, code),
		effects: [{ type: 'record', key, error: code, userId: user?.id }]
	});
	if (!user || !matches) return refuse('session.invalid_credentials');
	if (user.isSuspended) return refuse('user.suspended');
	if (isForAdmins && !user.isAdmin) return refuse('user.sign_in_method_not_enabled');
	if (hasExpired(user, policy, at)) return refuse('password.expired');
	return accepted(
		withVerification(state, {
			id,
			type: 'Password',
			identifier,
			verified: true,
			userId: user.id,
			passwordUpdatedAt: user.password?.updatedAt ?? at
		}),
		{ type: 'record', key, userId: user.id }
	);
}

/** As above: asked before anything is hashed. */
export function whyNoNewIdentity(state: Interaction, policy: Settings): ProblemCode | undefined {
	const { event } = state;
	if (!event) return 'session.interaction_not_found';
	if (event !== 'Register') return 'session.invalid_interaction_type';
	if (!mayGoOn({ ...state, event }, policy)) return 'auth.forbidden';
	const isOffered = isAskedFor('username', policy) && policy.signUp.password;
	return isOffered ? undefined : 'user.sign_up_method_not_enabled';
}

/** A username and a password at once, for an account that is still to be made. */
export function offerNewIdentity(state: Started, event: NewIdentityOffered, policy: Settings): Decision {
	const { identifier, password, recordId: id } = event;
	const closed = whyNoNewIdentity(state, policy);
	if (closed) return refused(state, closed);
	if (event.isTaken) return refused(state, 'user.username_already_in_use');
	if (!password.digest) return refused(state, 'password.rejected', { issues: password.issues });
	return accepted(withVerification(state, { id, type: 'NewPasswordIdentity', identifier, digest: password.digest }), {
		type: 'record',
		key: `Interaction.${state.event}.Verification.NewPasswordIdentity.Submit`
	});
}

const dayMs = 86_400_000;

/** Contract §6.4: too old for the policy, or marked by an administrator. Where none expires, recovery need not be possible. */
export function hasExpired(user: NonNullable<PasswordChecked['user']>, policy: Settings, at: number): boolean {
	const { enabled, validPeriodDays = Infinity } = policy.passwordExpiration;
	const { isExpired = false, updatedAt = at } = user.password ?? {};
	return enabled && (isExpired || at - updatedAt > validPeriodDays * dayMs);
}
