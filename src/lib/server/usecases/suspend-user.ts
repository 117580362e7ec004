// Locks an account out, at once and everywhere, or lets it in again.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Services } from './ports.ts';

/** Suspending also ends the sessions and tokens that the account holds now. */
export async function suspendUser(
	services: Pick<Services, 'store' | 'clock'>,
	id: string,
	isSuspended: boolean
): Promise<Result<undefined>> {
	const found = await services.store.users.setSuspended(id, isSuspended, services.clock.now());
	if (!found) return refuse('entity.not_found', { data: { id } });
	return ok();
}
