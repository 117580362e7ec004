// PUT /api/experience/interaction-event: sign in instead of registering, or the other way round.
import { ok, type Result } from '../../contract/result.ts';
import type { InteractionEvent } from '../../contract/schemas.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

export async function changeEvent(
	services: Services,
	caller: Caller,
	event: InteractionEvent
): Promise<Result<undefined>> {
	const done = await step(services, caller, async () => ok({ type: 'event-changed', event }));
	return done.ok ? ok() : done;
}
