// From a proof to a person: an existing account at sign-in and recovery, a staged new one at registration.
import type { ProblemCode } from '../../../contract/problems.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Identified } from '../interaction/event.ts';
import type { StagedProfile, Verification } from '../interaction/state.ts';
import { isOwnName } from './password/owner.ts';
import { isModeOpen, missingProfile } from './policy.ts';
import { refuseContact } from './codes.ts';
import {
	isFresh,
	isInvitedAs,
	isVerified,
	mayGoOn,
	opensRecovery,
	opensSignIn,
	opensSignUp,
	proves
} from './verifications.ts';

export function identify(state: Started, event: Identified, policy: Settings): Decision {
	if (!mayGoOn(state, policy)) return refused(state, 'auth.forbidden');
	if (!event.verificationId) {
		// What was put into the profile, and nothing else, makes the account.
		return state.event === 'Register'
			? stageAccount(state, state.profile ?? {}, event, policy)
			: refused(state, 'guard.invalid_input');
	}
	const record = state.verifications.find(({ id }) => id === event.verificationId);
	if (!record) return refused(state, 'session.verification_session_not_found');
	if (state.event === 'Register') return register(state, record, event, policy);
	if (!isVerified(record)) return refused(state, 'session.verification_failed');
	return recognise(state, record, event, policy);
}

function recognise(state: Started, record: Verification, { user }: Identified, policy: Settings): Decision {
	if (state.event === 'ForgotPassword' && !opensRecovery(record, policy)) {
		return refused(state, 'session.not_supported_for_forgot_password', { status: 422 });
	}
	if (state.event === 'SignIn' && !opensSignIn(record, policy)) {
		return refused(state, 'user.sign_in_method_not_enabled');
	}
	if (!user) return refused(state, 'user.user_not_exist', { data: { identifier: record.identifier } });
	if (!proves(record, user)) return refused(state, 'session.verification_failed');
	if (user.isSuspended) return refused(state, 'user.suspended');
	if (state.event === 'ForgotPassword' && !isFresh(record, user)) return refused(state, 'session.verification_failed');
	if (state.userId && state.userId !== user.id) return refused(state, 'session.identity_conflict');
	const key = `Interaction.${state.event}.Identification` as const;
	return accepted({ ...state, userId: user.id }, { type: 'record', key, userId: user.id });
}

function register(state: Started, record: Verification, event: Identified, policy: Settings): Decision {
	if (record.type === 'Password' || record.type === 'SignInPasskey') {
		return refused(state, 'session.verification_failed');
	}
	if (record.type !== 'NewPasswordIdentity' && !record.verified) return refused(state, 'session.verification_failed');
	const { type, value } = record.identifier;
	if (!opensSignUp(record, policy)) return refused(state, 'user.sign_up_method_not_enabled');
	const blocked = refuseContact(record.identifier, policy);
	if (blocked) return refused(state, blocked.code, blocked);
	if (event.user) return refused(state, `user.${type}_already_in_use`);
	if (event.isPassword) return refused(state, isOwnName.code, isOwnName);
	const proven: StagedProfile =
		record.type === 'NewPasswordIdentity'
			? { username: value, passwordDigest: record.digest }
			: type === 'email'
				? { primaryEmail: value }
				: { primaryPhone: value };
	return stageAccount(state, { ...state.profile, ...proven }, event, policy);
}

/** Reserves nothing: the unique index decides at submit. What is staged stays, also while something is missing. */
function stageAccount(state: Started, profile: StagedProfile, { newUserId }: Identified, policy: Settings): Decision {
	if (!isModeOpen(state.event, policy) && !isInvitedAs(profile, state)) return refused(state, 'auth.forbidden');
	const missing = missingProfile(describeStaged(profile), policy);
	if (missing.length > 0) {
		return refused({ ...state, profile, newUserId: undefined }, 'user.missing_profile', {
			data: { missingProfile: missing }
		});
	}
	const refusal = whyNobody(profile);
	if (refusal) return refused({ ...state, profile }, refusal);
	// Of nobody yet: submit writes down who it became.
	const key = `Interaction.${state.event}.Identification` as const;
	return accepted({ ...state, profile, newUserId: state.newUserId ?? newUserId }, { type: 'record', key });
}

/** An account without any identifier could never be signed in to. */
function whyNobody({ username, primaryEmail, primaryPhone }: StagedProfile): ProblemCode | undefined {
	return (username ?? primaryEmail ?? primaryPhone) ? undefined : 'session.identifier_not_found';
}

/** What `missingProfile` asks about a staged account. */
export function describeStaged(profile: StagedProfile = {}) {
	const { username, primaryEmail, primaryPhone, passwordDigest, submitted } = profile;
	return {
		username,
		primaryEmail,
		primaryPhone,
		password: passwordDigest !== undefined,
		extraProfile: submitted === true
	};
}
