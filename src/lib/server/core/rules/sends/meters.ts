// Every budget that one message draws on, as counters: whose it is, and how many of what it may count.
import type { Settings } from '../../../../contract/settings.ts';
import type { RollingLimit } from '../rolling-window.ts';

/** Its own: a person's or a network's. Shared: those that one attacker can use up for everybody. */
export type OwnScope = 'recipient' | 'network';
export type SharedScope = 'prefix' | 'country' | 'application' | 'installation' | 'money';
export type Scope = OwnScope | SharedScope;

/** `exact` keeps each taking; `counted` keeps sums, for one limit. */
export type Meter = { key: string; scope: Scope; limits: RollingLimit[]; isExact: boolean; amount: number };

/** What is about to be sent. `recipient` is a keyed hash; `prefix` and `country` are those of a phone number. */
export type Sending = {
	recipient: string;
	network: string;
	prefix?: string;
	country?: string;
	clientId: string;
};

/** Up to here every taking is kept, and a wait is exact to the second. */
const mostStamps = 30;
/** Money is counted in thousandths. */
const thousandths = 1000;

/** A vendor counts from when it has accepted a message, a moment after we do: our window is that much longer. */
export const vendorMargin = 1;

export function ownMeters({ recipient, network }: Sending, { sendPolicy }: Settings): Meter[] {
	const { perIdentifier, perIp } = sendPolicy;
	const limits = perIdentifier.map(({ count, seconds }) => ({ count, seconds: seconds + vendorMargin }));
	return [...metersOf(recipient, 'recipient', limits), ...metersOf(`send:ip:${network}`, 'network', perIp)];
}

/**
 * `pool` is open to everybody; only people who have an account draw on `reserve`, once a pool is empty. A prefix has none: of
 * three messages, the owner of one number could tell by the last whose other numbers have an account.
 */
export function sharedMeters(sending: Sending, { sendPolicy }: Settings): { pool: Meter[]; reserve: Meter[] } {
	const { perPrefix, perCountry, perApplication, perInstallation, cost, reserve } = sendPolicy;
	const { prefix, country, clientId } = sending;
	// Mail has no prefix, and costs nothing.
	const price = prefix === undefined ? 0 : Math.round(priceOf(country, cost.perMessage) * thousandths);
	const perDay = [{ count: Math.round(cost.perDay * thousandths), seconds: 86_400 }];
	const wholes = [
		...(prefix ? metersOf(`send:prefix:${prefix}`, 'prefix', perPrefix) : []),
		...(country ? metersOf(`send:country:${country}`, 'country', perCountry) : []),
		...metersOf(`send:application:${clientId}`, 'application', perApplication),
		...metersOf('send:installation', 'installation', perInstallation),
		...(price > 0 ? metersOf('send:money', 'money', perDay, price) : [])
	];
	return {
		pool: wholes.map((meter) => scaled(meter, (count) => poolOf(count, reserve))),
		reserve: wholes
			.filter(({ scope }) => scope !== 'prefix')
			.map((meter) => ({ ...scaled(meter, (count) => count - poolOf(count, reserve)), key: reserveOf(meter) }))
	};
}

/** A pool that has room is not kept from people with an account: while codes are paused, nobody else draws on it. */
export function drawnByMembers(pool: Meter[], reserve: Meter[], full: Meter[]): { pool: Meter[]; reserve: Meter[] } {
	const emptied = new Set(full.map(reserveOf));
	return {
		pool: pool.filter((meter) => !emptied.has(reserveOf(meter))),
		reserve: reserve.filter(({ key }) => emptied.has(key))
	};
}

const reserveOf = ({ key }: Meter) => `${key}:reserve`;

export function priceOf(country: string | undefined, perMessage: Record<string, number>): number {
	return perMessage[country ?? 'default'] ?? perMessage.default ?? 0;
}

function poolOf(count: number, reserve: number): number {
	return Math.max(1, Math.floor(count * (1 - reserve)));
}

function scaled(meter: Meter, scale: (count: number) => number): Meter {
	return { ...meter, limits: meter.limits.map(({ count, seconds }) => ({ count: scale(count), seconds })) };
}

function metersOf(key: string, scope: Scope, limits: RollingLimit[], amount = 1): Meter[] {
	const exact = limits.filter(({ count }) => amount === 1 && count <= mostStamps);
	const counted = limits.filter((limit, place) => !exact.includes(limit) && isScarcest(limits, place));
	return [
		...(exact.length > 0 ? [{ key, scope, limits: exact, isExact: true, amount }] : []),
		...counted.map((limit) => ({ key: `${key}/${limit.seconds}`, scope, limits: [limit], isExact: false, amount }))
	];
}

/** Two limits for the same stretch of time are one: the smaller. */
function isScarcest(limits: RollingLimit[], place: number): boolean {
	return limits.every(({ count, seconds }, other) => {
		const limit = limits[place];
		if (!limit || other === place || seconds !== limit.seconds) return true;
		return count > limit.count || (count === limit.count && other > place);
	});
}
