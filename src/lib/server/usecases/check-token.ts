// POST …/one-time-token/verify: the token of a link, consumed by one conditional write.
import { parseEmail } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import { whyNoToken } from '../core/rules/tokens.ts';
import { takeAttempt } from './attempts.ts';
import type { Caller, Services } from './ports.ts';
import { recall, step } from './step.ts';
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
	const closed = whyNoToken(open.value, await services.settings());
	if (closed) return refuse(closed);

	const identifier = { type: 'email', value: email.value } as const;
	const userId = await services.store.users.findHolderId(identifier);
	const attempt = await takeAttempt(services, caller, userId ? { userId } : { identifier });
	if (!attempt.ok) return attempt;
	const recordId = services.ids.id();
	const digest = oneTimeTokenDigest(services.hasher, body.token);
	const stepped = await step(
		services,
		caller,
		async (before, scope) => {
			const at = services.clock.now();
			const consumed = await scope.oneTimeTokens.consume({ digest, email: email.value, event: before.event, at });
			const refusal = consumed.ok ? undefined : (`one_time_token.${consumed.outcome}` as const);
			const interactionEvent = consumed.ok ? consumed.token.interactionEvent : undefined;
			return ok({ type: 'token-checked', recordId, identifier, refusal, interactionEvent, at });
		},
		{ atomic: true }
	);
	if (!stepped.ok) return stepped;
	await attempt.value.succeeded();
	return ok({ verificationId: recordId });
}
