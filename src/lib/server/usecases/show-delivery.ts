// What pages and programs may know of a message: its state, and a reason that people can act on.
import type { PublicDelivery } from '../../contract/schemas.ts';
import type { CodeVerification, Verification } from '../core/interaction/state.ts';
import { isCode } from '../core/rules/codes.ts';
import { stateWithoutOutcome } from '../core/rules/delivery.ts';
import { deliveryProblem } from './delivery-problem.ts';
import type { OutboxEntry, Store } from './ports.ts';

/** Of the codes that somebody may still wait for. */
export async function findDeliveries(
	{ outbox }: Pick<Store, 'outbox'>,
	verifications: Verification[]
): Promise<OutboxEntry[]> {
	const awaited = verifications.filter(isCode).filter(({ verified, unawaited }) => !verified && !unawaited);
	return awaited.length > 0 ? outbox.find(awaited.map(({ id }) => id)) : [];
}

export function showDelivery(
	{ id, unawaited, verified, sentAt }: CodeVerification,
	entries: OutboxEntry[],
	at: number
): PublicDelivery {
	// What came back has arrived.
	if (unawaited || verified) return { state: 'accepted' };
	const entry = entries.find((candidate) => candidate.id === id);
	if (!entry) return { state: stateWithoutOutcome(sentAt, at) };
	const { state, reason, retryAt } = entry;
	return state === 'refused' && reason ? { state, problem: deliveryProblem(reason), retryAt } : { state };
}
