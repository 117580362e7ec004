// The browser of a sign-in: whether the account remembers it, and what it is to hold from now on.
import type { Device, NewDevice } from '../../core/device.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { remembersDevices } from '../../core/rules/factors/devices.ts';
import type { Caller, Services, Settings, StoreScope } from '../ports.ts';

export type Recognised = { device?: Device; newDevice?: NewDevice };

/** So many accounts of one browser are remembered, those used last. */
const mostAccounts = 5;

/** `token`: what would be handed over; a new one for every sign-in. */
export async function recogniseDevice(
	{ ids, hasher }: Pick<Services, 'ids' | 'hasher'>,
	caller: Caller,
	{ userId, newUserId }: Interaction,
	{ scope, settings, token }: { scope: StoreScope; settings: Settings; token: string }
): Promise<Recognised> {
	const owner = userId ?? newUserId;
	// Programs without a browser are remembered by nobody.
	if (!owner || !caller.devices || !remembersDevices(settings)) return {};
	const held = caller.devices.read()?.[owner];
	const digestOf = (text: string) => hasher.hmac('device', owner, text);
	return {
		device: held === undefined ? undefined : await scope.devices.find(owner, digestOf(held)),
		newDevice: { id: ids.id(), digest: digestOf(token), userAgent: caller.userAgent }
	};
}

export function handOverDevice({ devices }: Caller, userId: string, token: string): void {
	const others = Object.entries(devices?.read() ?? {}).filter(([id]) => id !== userId);
	devices?.write(Object.fromEntries([...others, [userId, token]].slice(-mostAccounts)));
}
