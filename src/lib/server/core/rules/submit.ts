// The end of an interaction: the account is written or recognised, and the provider gets its result.
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Effect } from '../interaction/effect.ts';
import type { Event } from '../interaction/event.ts';
import type { User } from '../user.ts';

export function submit(state: Started, event: Extract<Event, { type: 'submitted' }>): Decision {
	const { user, at, redirectTo } = event;
	const userId = state.event === 'Register' ? state.newUser?.id : state.userId;
	if (!userId) return refused(state, 'session.identifier_not_found');
	if (state.event === 'SignIn') {
		if (!user) return refused(state, 'user.user_not_exist');
		if (user.isSuspended) return refused(state, 'user.suspended');
	}

	const account: Effect =
		state.event === 'Register'
			? { type: 'create-user', user: newAccount(state, userId, at) }
			: { type: 'stamp-sign-in', userId, at };
	return accepted(
		{ ...state, finished: { at, userId, redirectTo } },
		account,
		{ type: 'finish', userId, amr: methodsUsed(state), at },
		{ type: 'record', key: `Interaction.${state.event}.Submit`, userId }
	);
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
