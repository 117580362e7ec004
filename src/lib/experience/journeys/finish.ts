// From a proof to the way back: identify, submit, or the question that must be answered first.
import { ok } from '../../contract/result.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { eventOf, type Flow } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';

export async function finish(
	api: Writer,
	flow: Flow,
	{ interactionEvent }: InteractionAnswer,
	verificationId: string
): Promise<Outcome> {
	const event = eventOf[flow];
	const ready = interactionEvent === event ? ok() : await api.changeEvent(event);
	const identified = ready.ok ? await api.identify(verificationId) : ready;
	const submitted = identified.ok ? await api.submit() : identified;
	return submitted.ok ? { page: '/go' } : afterRefusal(api, flow, submitted.problem);
}
