// Browsers that accounts remember: what use cases need of their store.
import type { Device, NewDevice } from '../../core/device.ts';

export type DeviceStore = {
	find(userId: string, digest: string): Promise<Device | undefined>;
	/** In place of `replaces`; false, and nothing happens, where that was replaced or removed meanwhile. */
	keep(
		userId: string,
		device: NewDevice & Pick<Device, 'trustedUntil'>,
		when: { replaces: Device | undefined; at: number }
	): Promise<boolean>;
	/** The one used last comes first. */
	list(userId: string): Promise<Device[]>;
	/** False when the account has none of that id. */
	remove(userId: string, id: string): Promise<boolean>;
	/** Answers how many there were. */
	removeAll(userId: string): Promise<number>;
};
