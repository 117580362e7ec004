// The browser of a sign-in: whether the account remembers it, and what it is to hold from now on.
import type { Device } from '../../core/device.ts';
import type { Submitted } from '../../core/interaction/event.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { remembersNothing } from '../../core/rules/browser-memory.ts';
import { freshnessOf, remembersDevices } from '../../core/rules/factors/devices.ts';
import type { Caller, Services, Settings, StoreScope } from '../ports.ts';

/** `copied`: what came instead of what was held has been shown by somebody, so two hold it. */
export type Recognised = Pick<Submitted, 'device' | 'heldDigest' | 'isDeviceRecent' | 'newDevice'> & {
	copied?: Device;
};

type Hashing = Pick<Services, 'hasher'>;

/** So many accounts of one browser are remembered, those used last. */
const mostAccounts = 5;

/** `secret`: what would be handed over; a new one for every sign-in. */
export async function recogniseDevice(
	{ ids, hasher }: Pick<Services, 'ids' | 'hasher'>,
	caller: Caller,
	state: Interaction,
	{ scope, settings, secret, at }: { scope: StoreScope; settings: Settings; secret: string; at: number }
): Promise<Recognised> {
	const owner = state.userId ?? state.newUserId;
	// Programs without a browser are remembered by nobody.
	if (!owner || !caller.devices || !remembersDevices(settings) || remembersNothing(state, settings)) return {};
	const newDevice = { id: ids.id(), digest: digestOf({ hasher }, owner, secret), userAgent: caller.userAgent };
	const held = heldBy({ hasher }, caller, owner);
	const device = held && (await scope.devices.find(owner, held));
	if (!device) return { newDevice };
	const freshness = freshnessOf(device, held.digest, at);
	if (freshness === 'copied') return { newDevice, copied: device };
	return { newDevice, device, heldDigest: held.digest, isDeviceRecent: freshness === 'recent' };
}

/** What the account would remember this browser by. Those from before an update name no id. */
export function heldBy(
	hashing: Hashing,
	{ devices }: Caller,
	userId: string
): Pick<Device, 'id' | 'digest'> | undefined {
	const text = devices?.read()?.[userId];
	if (text === undefined) return undefined;
	const dot = text.indexOf('.');
	return { id: text.slice(0, Math.max(dot, 0)), digest: digestOf(hashing, userId, text.slice(dot + 1)) };
}

/** The same however often the end of one sign-in is asked for: its first answer may have been lost. */
export function deviceSecret({ hasher }: Hashing, { id }: Pick<Interaction, 'id'>): string {
	return hasher.hmac('device-secret', id);
}

export function handOverDevice({ devices }: Caller, userId: string, deviceId: string, secret: string): void {
	const others = Object.entries(devices?.read() ?? {}).filter(([id]) => id !== userId);
	devices?.write(Object.fromEntries([...others, [userId, `${deviceId}.${secret}`]].slice(-mostAccounts)));
}

export async function handOverAgain(
	{ store, hasher }: Pick<Services, 'store' | 'hasher'>,
	caller: Caller,
	userId: string,
	secret: string
): Promise<void> {
	if (!caller.devices) return;
	const device = await store.devices.find(userId, { id: '', digest: digestOf({ hasher }, userId, secret) });
	if (device) handOverDevice(caller, userId, device.id, secret);
}

/** It was forgotten from here, so there is no need to hold it. */
export function letGoOfDevice({ devices }: Caller, userId: string): void {
	const { [userId]: _gone, ...others } = devices?.read() ?? {};
	devices?.write(others);
}

function digestOf({ hasher }: Hashing, userId: string, secret: string): string {
	return hasher.hmac('device', userId, secret);
}
