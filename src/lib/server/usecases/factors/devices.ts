// The browsers that an account remembers, and the end of that: for their owner and for administrators.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Device } from '../../core/device.ts';
import type { Services } from '../ports.ts';

type Needs = Pick<Services, 'store' | 'clock'>;

export type ShownDevice = Omit<Device, 'digest' | 'trustedUntil'> & { trustedUntil: number | null };

/** `trustedUntil`: epoch milliseconds; null where a second factor is asked as ever. The one used last comes first. */
export async function listDevices({ store, clock }: Needs, userId: string): Promise<ShownDevice[]> {
	const now = clock.now();
	const devices = await store.devices.list(userId);
	return devices.map(({ digest: _secret, trustedUntil = 0, ...device }) => ({
		...device,
		trustedUntil: trustedUntil > now ? trustedUntil : null
	}));
}

/** The next sign-in there is one in a new browser. */
export async function forgetDevice(
	{ store, clock }: Needs,
	{ userId, id }: { userId: string; id: string }
): Promise<Result<undefined>> {
	return store.transaction(async ({ devices, audit }) => {
		if (!(await devices.remove(userId, id))) return refuse('entity.not_found', { data: { id } });
		await audit.append({ key: 'User.Device.Delete', result: 'Success', userId, at: clock.now() });
		return ok();
	});
}

/** Answers how many there were. */
export async function forgetDevices({ store, clock }: Needs, userId: string): Promise<number> {
	return store.transaction(async ({ devices, audit }) => {
		const count = await devices.removeAll(userId);
		await audit.append({ key: 'User.Device.Delete', result: 'Success', userId, at: clock.now() });
		return count;
	});
}
