// A proof of work is handed in, or the wait is over; then goes on what had to wait for it.
import type { Writer } from '../client.ts';
import { submit } from './finish.ts';
import { firstPage, type Stage } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { refusalQuery } from './refusal.ts';
import { afterRefusal, newestVerification } from './progress.ts';
import { deliverCode } from './send-code.ts';

export async function proveWork(api: Writer, stage: Stage, nonce: string): Promise<Outcome> {
	const state = await api.interaction();
	if (!state.ok) return afterRefusal(api, stage, state.problem);
	const { redirectTo, captcha, interactionEvent } = state.value;
	if (redirectTo) return { page: '/go' };
	if (!captcha.wanted || !interactionEvent) {
		// The other half of a double click, or another tab, was faster.
		return { page: newestVerification(state.value) ? `/${stage}/verification-code` : firstPage(stage) };
	}
	const { id, identifier, masked } = captcha.wanted;
	const proven = await api.start(interactionEvent, nonce ? `${id}.${nonce}` : id);
	if (!proven.ok) return afterRefusal(api, stage, proven.problem);
	if (!identifier) return submit(api, stage);
	const delivered = await deliverCode(api, stage, identifier, { event: interactionEvent, masked });
	// This page is over: nothing is wanted any more, so it cannot say why nothing was sent.
	return 'problem' in delivered ? { page: firstPage(stage), query: refusalQuery(delivered.problem) } : delivered;
}
