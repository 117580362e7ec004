// From a proof to the way back: identify, submit, or the question that must be answered first.
import { ok } from '../../contract/result.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { eventOf, type Flow, type Stage } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';

/** Without a proof: what was put into the profile makes a new account. */
export async function finish(
	api: Writer,
	flow: Flow,
	{ interactionEvent }: Pick<InteractionAnswer, 'interactionEvent'>,
	verificationId?: string
): Promise<Outcome> {
	const event = eventOf[flow];
	const ready = interactionEvent === event ? ok() : await api.changeEvent(event);
	const identified = ready.ok ? await api.identify(verificationId) : ready;
	return identified.ok ? submit(api, flow) : afterRefusal(api, flow, identified.problem);
}

/** A recovery leads back to the beginning: whoever has the new password signs in with it. */
export async function submit(api: Writer, stage: Stage): Promise<Outcome> {
	// Nobody comes past our first screens without the terms, where there are any: see terms.ts.
	const submitted = await api.submit({ agreesToTerms: stage !== 'forgot-password' });
	if (!submitted.ok) return afterRefusal(api, stage, submitted.problem);
	return submitted.value ? { page: '/go' } : passwordChanged;
}

export const passwordChanged: Outcome = { page: '/sign-in', query: { changed: '1' } };
