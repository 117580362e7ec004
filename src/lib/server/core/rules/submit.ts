// The end of an interaction: the account is written or recognised, and the provider gets its result.
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Effect } from '../interaction/effect.ts';
import type { ProblemCode } from '../../../contract/problems.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Event } from '../interaction/event.ts';
import type { User } from '../user.ts';
import { isModeOpen, missingProfile } from './policy.ts';

type Submitted = Extract<Event, { type: 'submitted' }>;

export function submit(state: Started, event: Submitted, policy: Settings): Decision {
	const { at, redirectTo } = event;
	const key = `Interaction.${state.event}.Submit` as const;
	const userId = state.event === 'Register' ? state.newUser?.id : state.userId;
	if (!userId) return refused(state, 'session.identifier_not_found');
	const refusal = whyNot(state, event, policy);
	if (refusal) return { ...refused(state, refusal), effects: [{ type: 'record', key, error: refusal, userId }] };

	const account: Effect =
		state.event === 'Register'
			? { type: 'create-user', user: newAccount(state, userId, at) }
			: { type: 'stamp-sign-in', userId, at };
	return accepted(
		{ ...state, finished: { at, userId, redirectTo } },
		account,
		{ type: 'finish', userId, amr: methodsUsed(state), at },
		{ type: 'record', key, userId }
	);
}

/** The settings and the account as they are now: both may have changed since identification. */
function whyNot(state: Started, { user }: Submitted, policy: Settings): ProblemCode | undefined {
	if (!isModeOpen(state.event, policy)) return 'auth.forbidden';
	if (state.event === 'Register') {
		return missingProfile(state.newUser ?? {}, policy).length > 0 ? 'user.missing_profile' : undefined;
	}
	if (!user) return 'user.user_not_exist';
	return user.isSuspended ? 'user.suspended' : undefined;
}

function newAccount(state: Started, id: string, at: number): User {
	return {
		...state.newUser,
		id,
		profile: {},
		customData: {},
		isSuspended: false,
		applicationId: state.clientId,
		lastSignInAt: at,
		createdAt: at,
		updatedAt: at
	};
}

/** RFC 8176: a texted code is `sms`, a mailed one `otp`. */
function methodsUsed({ verifications }: Started): string[] {
	return verifications
		.filter(({ verified }) => verified)
		.map(({ type }) => (type === 'PhoneVerificationCode' ? 'sms' : 'otp'));
}
