// Lets somebody try again at once, whatever was counted against the account.
import { targetKeys } from './attempts.ts';
import type { Services } from './ports.ts';

export async function unlockUser(services: Pick<Services, 'store' | 'hasher'>, userId: string): Promise<void> {
	await services.store.lockouts.forgive(targetKeys(services, { userId }));
}
