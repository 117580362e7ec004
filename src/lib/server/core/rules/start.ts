// Choosing what the interaction is for: sign-in, registration or recovery.
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Event } from '../interaction/event.ts';
import type { Interaction } from '../interaction/state.ts';
import { isModeOpen } from './policy.ts';
import { mayGoOn } from './verifications.ts';

/** Wipes what an earlier attempt in the same interaction had proven, unless asked to keep codes under way. */
export function start(state: Interaction, started: Extract<Event, { type: 'started' }>, policy: Settings): Decision {
	const { event, keepVerifications } = started;
	if (!isModeOpen(event, policy)) return refused(state, 'auth.forbidden');
	const isIdentified = state.userId !== undefined || state.newUserId !== undefined;
	if (keepVerifications && event === state.event && !isIdentified) return accepted(state);
	return accepted({ ...state, ...nobody, event, verifications: [], profile: undefined });
}

/** Sign-in and registration may be switched; what was verified stays verified, so no second code is needed. */
export function changeEvent(
	state: Started,
	{ event }: Extract<Event, { type: 'event-changed' }>,
	policy: Settings
): Decision {
	if (event === state.event) return accepted(state);
	if (event === 'ForgotPassword' || state.event === 'ForgotPassword') {
		return refused(state, 'session.not_supported_for_forgot_password');
	}
	if (!mayGoOn({ ...state, event }, policy)) return refused(state, 'auth.forbidden');
	// Whether the optional fields were shown once is true of the person, not of the event.
	const profile = state.profile?.submitted ? { submitted: true } : undefined;
	return accepted({ ...state, ...nobody, event, profile });
}

/** Second factors are somebody's: they go with whom they belong to. */
const nobody = { userId: undefined, newUserId: undefined, factorRecords: undefined, factors: undefined };
