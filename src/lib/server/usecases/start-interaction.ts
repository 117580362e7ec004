// PUT /api/experience: what this interaction is for.
import { ok, type Result } from '../../contract/result.ts';
import type { InteractionEvent } from '../../contract/schemas.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

export async function startInteraction(
	services: Services,
	caller: Caller,
	event: InteractionEvent,
	{ keepVerifications = false, captchaToken }: { keepVerifications?: boolean; captchaToken?: string } = {}
): Promise<Result<undefined>> {
	const proof = captchaToken === undefined ? undefined : readProof(services, captchaToken);
	const done = await step(services, caller, async () => ok({ type: 'started', event, keepVerifications, proof }));
	return done.ok ? ok() : done;
}

/** `<challenge>.<nonce>`; the challenge alone where somebody has waited instead. */
function readProof({ hasher, clock }: Services, token: string) {
	const [id = ''] = token.split('.', 1);
	return { id, bits: token === id ? 0 : hasher.leadingZeroBits(token), at: clock.now() };
}
