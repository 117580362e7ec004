// Opens an interaction for a flow, or turns an open one to it.
import type { Result } from '../../contract/result.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { eventOf, type Flow } from './flow.ts';

/** Signing in and registering share their proofs; recovery begins anew, and so does what comes after it. */
export async function begin(api: Writer, flow: Flow, state: Result<InteractionAnswer>): Promise<Result<unknown>> {
	if (!state.ok && state.problem.code !== 'session.interaction_not_found') return state;
	const wanted = eventOf[flow];
	const current = state.ok ? state.value.interactionEvent : undefined;
	const isRecovery = [wanted, current].includes('ForgotPassword');
	return !current || current === wanted || isRecovery ? api.start(wanted) : api.changeEvent(wanted);
}
