// What an account is to get: staged in the interaction, written when it is submitted.
import type { ProblemCode } from '../../../contract/problems.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { PasswordChosen, ProfileOffered } from '../interaction/event.ts';
import type { Interaction, StagedProfile } from '../interaction/state.ts';
import type { User } from '../user.ts';
import { isAskedFor, isPasswordAskedFor, mayBeAdded } from './policy.ts';
import { isCode, refuseContact } from './codes.ts';
import { isOwnName } from './password/owner.ts';
import { recognisedOwner, whyPending } from './factors/records.ts';
import { isFresh, mayGoOn, opensRecovery, proves } from './verifications.ts';

/** Only what is missing may be added here: what an account has is changed by its owner, elsewhere. */
export function offerProfile(state: Started, event: ProfileOffered, policy: Settings): Decision {
	const { item, user, factors, holderId, isPassword } = event;
	if (state.event === 'ForgotPassword') return refused(state, 'session.not_supported_for_forgot_password');
	if (!mayGoOn(state, policy)) return refused(state, 'auth.forbidden');
	if (state.event === 'SignIn' && !user) return refused(state, 'session.identifier_not_found');
	if (user?.isSuspended) return refused(state, 'user.suspended');
	const pending = user && whyPending(state, event, recognisedOwner(state, user, factors), policy);
	if (pending) return refused(state, pending.code, pending);

	const stage = (added: StagedProfile) =>
		accepted(
			{ ...state, profile: { ...state.profile, ...added } },
			{ type: 'record', key: `Interaction.${state.event}.Profile`, userId: user?.id }
		);
	switch (item.type) {
		case 'username':
			if (user?.username) return refused(state, 'user.username_exists_in_profile');
			if (!isAskedFor('username', policy)) return refused(state, 'user.sign_up_method_not_enabled');
			if (holderId) return refused(state, 'user.username_already_in_use');
			if (isPassword) return refused(state, isOwnName.code, isOwnName);
			return stage({ username: item.value });
		case 'password':
			if (user?.password) return refused(state, 'user.password_exists_in_profile');
			if (!isPasswordAskedFor(policy)) return refused(state, 'user.sign_up_method_not_enabled');
			if (!item.password.digest) return refused(state, 'password.rejected', { issues: item.password.issues });
			return stage({ passwordDigest: item.password.digest });
		case 'email':
		case 'phone': {
			const record = state.verifications.find(({ id }) => id === item.verificationId);
			if (!record || !isCode(record) || record.identifier.type !== item.type) {
				return refused(state, 'session.verification_session_not_found');
			}
			if (!record.verified) return refused(state, 'session.verification_failed');
			const held = item.type === 'email' ? user?.primaryEmail : user?.primaryPhone;
			if (held) return refused(state, `user.${item.type}_exists_in_profile`);
			if (!mayBeAdded(item.type, policy)) return refused(state, 'user.sign_up_method_not_enabled');
			if (holderId) return refused(state, `user.${item.type}_already_in_use`);
			const blocked = refuseContact(record.identifier, policy);
			if (blocked) return refused(state, blocked.code, blocked);
			if (isPassword) return refused(state, isOwnName.code, isOwnName);
			const { value } = record.identifier;
			return stage(item.type === 'email' ? { primaryEmail: value } : { primaryPhone: value });
		}
		case 'extraProfile':
			// Asked for at registration only (contract §3.10): it must not overwrite what an account has.
			if (state.event !== 'Register') return refused(state, 'session.invalid_interaction_type');
			return stage({ ...item.values, submitted: true });
	}
}

/** Kept back until submit: what ends the other sessions is decided there, once more. */
export function choosePassword(state: Started, event: PasswordChosen, policy: Settings): Decision {
	const { user, password, isSame } = event;
	if (state.event !== 'ForgotPassword') return refused(state, 'session.invalid_interaction_type');
	if (!user) return refused(state, 'session.identifier_not_found');
	if (user.isSuspended) return refused(state, 'user.suspended');
	const closed = whyNoReset(state, user, policy);
	if (closed) return refused(state, closed);
	// First: what everybody tries first must not be tried here.
	if (!password.digest) return refused(state, 'password.rejected', { issues: password.issues });
	const isCompared = mayCompare(state);
	const counted = isCompared ? { ...state, comparedPasswords: (state.comparedPasswords ?? 0) + 1 } : state;
	if (isCompared && isSame) return refused(counted, 'user.same_password');
	return accepted(
		{ ...counted, profile: { passwordDigest: password.digest } },
		{ type: 'record', key: `Interaction.${state.event}.Profile`, userId: user.id }
	);
}

const mostCompared = 10;

/**
 * Whether a new password is still compared with the present one: each time tells whoever got hold of a phone or a
 * mailbox something about a password that may open more than this account. Ten are more than its owner needs. Later
 * ones count as different: that tells nothing, keeps nobody from a recovery, and may at worst set the same password again.
 */
export function mayCompare({ comparedPasswords = 0 }: Interaction): boolean {
	return comparedPasswords < mostCompared;
}

/** By the settings of now, and by a proof that is still good for it. */
export function whyNoReset({ verifications }: Started, user: User, policy: Settings): ProblemCode | undefined {
	const proofs = verifications.filter((record) => proves(record, user) && isFresh(record, user));
	if (proofs.length === 0) return 'session.verification_failed';
	const isOpen = proofs.some((record) => opensRecovery(record, policy));
	return isOpen ? undefined : 'session.not_supported_for_forgot_password';
}
