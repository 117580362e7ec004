// One-time tokens: a link that an administrator had sent, as a proof of the address that it was sent to.
import type { ProblemCode } from '../../../contract/problems.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { TokenChecked } from '../interaction/event.ts';
import type { Interaction } from '../interaction/state.ts';
import { isModeOpen } from './policy.ts';
import { withVerification } from './verifications.ts';

/** Asked before the token is consumed: what could not be used must not be used up. */
export function whyNoToken({ event }: Interaction, policy: Settings): ProblemCode | undefined {
	if (!event) return 'session.interaction_not_found';
	// It is an invitation: sign-up need not be open.
	return event === 'Register' || isModeOpen(event, policy) ? undefined : 'auth.forbidden';
}

export function checkToken(state: Started, event: TokenChecked, policy: Settings): Decision {
	const { recordId: id, identifier, token } = event;
	const closed = whyNoToken(state, policy);
	if (closed) return refused(state, closed);
	const key = `Interaction.${state.event}.Verification.OneTimeToken.Submit` as const;
	if ('refusal' in token) {
		return { ...refused(state, token.refusal), effects: [{ type: 'record', key, error: token.refusal }] };
	}
	const { interactionEvent, createdAt } = token;
	return accepted(
		withVerification(state, { id, type: 'OneTimeToken', identifier, interactionEvent, verified: true, createdAt }),
		{ type: 'record', key }
	);
}
