// Locks an account out, at once and everywhere, or lets it in again.
import { ok, type Result } from '../../contract/result.ts';
import type { Clock, StoreScope } from './ports.ts';
import { unknownUser } from './unknown-user.ts';

/** Suspending also ends the sessions and tokens that the account holds now. */
export async function suspendUser(
	{ store, clock }: { store: Pick<StoreScope, 'users'>; clock: Clock },
	id: string,
	isSuspended: boolean
): Promise<Result<undefined>> {
	const found = await store.users.setSuspended(id, isSuspended, clock.now());
	return found ? ok() : unknownUser(id);
}
