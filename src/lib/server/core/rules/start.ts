// Choosing what the interaction is for: sign-in, registration or recovery.
import type { Problem } from '../../../contract/problems.ts';
import { ok } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Event, Started as StartedEvent } from '../interaction/event.ts';
import type { Interaction } from '../interaction/state.ts';
import { isModeOpen } from './policy.ts';
import { takeProof } from './proof-of-work.ts';
import { mayGoOn } from './verifications.ts';

/** Wipes what an earlier attempt in the same interaction had proven, unless asked to keep codes under way. */
export function start(before: Interaction, started: StartedEvent, policy: Settings): Decision {
	const { event, keepVerifications, proof } = started;
	const key = `Interaction.${event}.Create` as const;
	const refuse = (problem: Problem): Decision => ({
		...refused(before, problem.code, problem),
		effects: [{ type: 'record', key, error: problem.code }]
	});
	if (!isModeOpen(event, policy)) return refuse({ code: 'auth.forbidden' });
	const captcha = proof ? takeProof(before.captcha, proof) : ok(before.captcha);
	if (!captcha.ok) return refuse(captcha.problem);
	const state = { ...before, captcha: captcha.value };

	const isIdentified = state.userId !== undefined || state.newUserId !== undefined;
	// Whoever hands in a proof goes on where it was asked for, at the very end too.
	const isKept = keepVerifications && event === state.event && (!isIdentified || proof !== undefined);
	if (isKept) return accepted(proof ? state : before);
	const begun = { ...state, ...nobody, event, verifications: [], profile: undefined };
	return accepted(begun, { type: 'record', key });
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
	return accepted({ ...state, ...nobody, event, profile }, { type: 'record', key: `Interaction.${event}.Update` });
}

/** Second factors, and what is unusual about a sign-in, are somebody's: they go with whom they belong to. */
const nobody = {
	userId: undefined,
	newUserId: undefined,
	factorRecords: undefined,
	factors: undefined,
	trustsDevice: undefined,
	isRiskFound: undefined
};
