// An operator takes every second factor from somebody who has lost them: the next sign-in asks for none, or offers anew.
import type { Services } from '../ports.ts';
import { unlockUser } from '../unlock-user.ts';

/** Answers how many there were. */
export async function resetFactors(
	services: Pick<Services, 'store' | 'hasher' | 'clock'>,
	userId: string
): Promise<number> {
	const { store, clock } = services;
	const removed = await store.transaction(async ({ factors, audit }) => {
		const count = await factors.removeAll(userId);
		await factors.choose(userId, {});
		await audit.append({ key: 'Operator.Mfa.Reset', result: 'Success', userId, at: clock.now() });
		return count;
	});
	await unlockUser(services, userId);
	return removed;
}
