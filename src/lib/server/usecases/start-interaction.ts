// PUT /api/experience: what this interaction is for.
import { ok, type Result } from '../../contract/result.ts';
import type { InteractionEvent } from '../../contract/schemas.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

export async function startInteraction(
	services: Services,
	caller: Caller,
	event: InteractionEvent,
	keepVerifications = false
): Promise<Result<undefined>> {
	const done = await step(services, caller, async () => ok({ type: 'started', event, keepVerifications }));
	return done.ok ? ok() : done;
}
