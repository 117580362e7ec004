// A try at a second factor of the identified account, bounded like every guess: see `attempts.ts`.
import type { FactorType } from '../../../contract/factors.ts';
import { refuse, type Result } from '../../../contract/result.ts';
import { withAttempt, type Examined, type Succeed } from '../attempts.ts';
import type { Caller, Services } from '../ports.ts';
import { recall } from '../recall.ts';
import type { Attempted } from '../record-refusal.ts';

/**
 * Counted for the account, whichever factor is tried, and apart from first proofs: whoever knows the password could
 * otherwise wipe the count with it again and again. A new account of this interaction has nothing to be guessed.
 */
export async function tryFactor<Value>(
	services: Services,
	caller: Caller,
	factor: FactorType,
	examine: (succeed: Succeed) => Promise<Examined<Value>>
): Promise<Result<Value>> {
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { event, userId, newUserId } = open.value;
	if (!event) return refuse('session.interaction_not_found');
	if (!userId && !newUserId) return refuse('session.identifier_not_found');
	const guess = userId ? { proof: 'factor' as const, target: { userId } } : undefined;
	const attempted: Attempted = { interaction: open.value, key: `Interaction.${event}.Mfa.${factor}.Submit`, userId };
	return withAttempt(services, caller, attempted, guess, examine);
}
