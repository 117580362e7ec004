// Browsers that accounts remember: what use cases need of their store.
import type { Device, NewDevice, ReplacedDevice } from '../../core/device.ts';

export type DeviceStore = {
	/** By its own id, or by what it holds. */
	find(userId: string, held: Pick<Device, 'id' | 'digest'>): Promise<Device | undefined>;
	/** In place of `replaces`; false, and nothing happens, where that was replaced or removed meanwhile. */
	keep(
		userId: string,
		device: NewDevice & Pick<Device, 'trustedAt' | 'trustedUntil'>,
		when: { replaces: ReplacedDevice | undefined; at: number }
	): Promise<boolean>;
	/** The one used last comes first. */
	list(userId: string): Promise<Device[]>;
	/** False when the account has none of that id. */
	remove(userId: string, id: string): Promise<boolean>;
	/** False where it holds something else by now, or is gone. */
	removeCopied(userId: string, device: Pick<Device, 'id' | 'digest'>): Promise<boolean>;
	/** Answers how many there were. */
	removeAll(userId: string): Promise<number>;
};
