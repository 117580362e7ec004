// POST …/one-time-token/verify: the token of a link, consumed by one conditional write.
import { parseEmail } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import { policyFor } from '../core/rules/console.ts';
import { whyNoToken } from '../core/rules/tokens.ts';
import { withAttempt, type Verdict } from './attempts.ts';
import type { Caller, OneTimeTokenStore, Services } from './ports.ts';
import { recall } from './recall.ts';
import { turnAway, type Attempted } from './record-refusal.ts';
import { isUndone, step } from './step.ts';
import { oneTimeTokenDigest } from './one-time-tokens.ts';

export async function checkToken(
	services: Services,
	caller: Caller,
	body: { identifier: { value: string }; token: string }
): Promise<Result<{ verificationId: string }>> {
	const email = parseEmail(body.identifier.value);
	if (!email.ok) return email;
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { event } = open.value;
	if (!event) return refuse('session.interaction_not_found');
	const closed = whyNoToken(open.value, policyFor(open.value.clientId, await services.settings()));
	if (closed) return turnAway(services, caller, open.value, 'Verification.OneTimeToken.Submit', { code: closed });

	const identifier = { type: 'email', value: email.value } as const;
	const recordId = services.ids.id();
	const digest = oneTimeTokenDigest(services.hasher, body.token);
	// 256 bits are not guessed, so nobody's account is closed over them; networks that try are.
	const attempted: Attempted = {
		interaction: open.value,
		key: `Interaction.${event}.Verification.OneTimeToken.Submit`
	};
	return withAttempt(services, caller, attempted, undefined, async (succeed) => {
		let verdict: Verdict = 'unexamined';
		const stepped = await step(
			services,
			caller,
			async (before, scope) => {
				const at = services.clock.now();
				const consumed = await scope.oneTimeTokens.consume({ digest, email: email.value, event: before.event, at });
				verdict = verdictOf(consumed);
				if (consumed.ok) await succeed(scope);
				const token = consumed.ok ? consumed.token : { refusal: `one_time_token.${consumed.outcome}` as const };
				return ok({ type: 'token-checked', recordId, identifier, token });
			},
			{ atomic: true }
		);
		const answer = stepped.ok ? ok({ verificationId: recordId }) : stepped;
		return { verdict: isUndone(stepped) ? 'unexamined' : verdict, answer };
	});
}

/** Pages try one token with each journey in turn: what exists was brought by somebody who has it. */
function verdictOf(consumed: Awaited<ReturnType<OneTimeTokenStore['consume']>>): Verdict {
	if (consumed.ok) return 'right';
	return consumed.outcome === 'token_not_found' ? 'wrong' : 'unexamined';
}
