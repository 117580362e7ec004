// From a proof to a person: an existing account at sign-in, a staged new one at registration.
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Event } from '../interaction/event.ts';
import { isModeOpen, maySignInByCode, maySignUpWith, missingProfile } from './policy.ts';

type Identified = Extract<Event, { type: 'identified' }>;

export function identify(state: Started, event: Identified, policy: Settings): Decision {
	if (!event.verificationId) return refused(state, 'guard.invalid_input');
	const record = state.verifications.find(({ id }) => id === event.verificationId);
	if (!record) return refused(state, 'session.verification_session_not_found');
	if (!record.verified) return refused(state, 'session.verification_failed');
	if (state.event === 'ForgotPassword') {
		return refused(state, 'session.not_supported_for_forgot_password', { status: 422 });
	}
	if (!isModeOpen(state.event, policy)) return refused(state, 'auth.forbidden');
	return state.event === 'SignIn'
		? recognise(state, event, record.identifier, policy)
		: stageAccount(state, event, record.identifier, policy);
}

function recognise(state: Started, { user }: Identified, identifier: CodeIdentifier, policy: Settings): Decision {
	if (!maySignInByCode(identifier.type, policy)) return refused(state, 'user.sign_in_method_not_enabled');
	if (!user) return refused(state, 'user.user_not_exist', { data: { identifier } });
	if (user.isSuspended) {
		const error = 'user.suspended';
		const key = `Interaction.${state.event}.Identification` as const;
		return { ...refused(state, error), effects: [{ type: 'record', key, error, userId: user.id }] };
	}
	if (state.userId && state.userId !== user.id) return refused(state, 'session.identity_conflict');
	return accepted({ ...state, userId: user.id });
}

/** Reserves nothing: the unique index decides at submit, where the account is written. */
function stageAccount(
	state: Started,
	{ user, newUserId }: Identified,
	identifier: CodeIdentifier,
	policy: Settings
): Decision {
	if (!maySignUpWith(identifier.type, policy)) return refused(state, 'user.sign_up_method_not_enabled');
	if (user) return refused(state, `user.${identifier.type}_already_in_use`);

	const proven = identifier.type === 'email' ? { primaryEmail: identifier.value } : { primaryPhone: identifier.value };
	const newUser = { ...state.newUser, ...proven, id: state.newUser?.id ?? newUserId };
	const missing = missingProfile(newUser, policy);
	if (missing.length > 0) return refused(state, 'user.missing_profile', { data: { missingProfile: missing } });
	return accepted({ ...state, newUser });
}
