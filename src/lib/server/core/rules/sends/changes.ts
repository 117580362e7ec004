// What a decision adds to the counters. All of it fits into one write, however many counters there are.
import type { Meter } from './meters.ts';
import { givenBack, takingOf } from './tally.ts';

/** Added to the row of `key`, which is made where there is none. */
export type Change = {
	key: string;
	stamps?: string;
	/** Takings that are older are of no use any more. */
	keepSince?: number;
	slice?: number;
	sent?: number;
	converted?: number;
	blockedUntil?: number;
	/** When the row says nothing any more, epoch milliseconds. */
	expiresAt: number;
};

export type Taking = { id: string; at: number };

export function take(meters: Meter[], { id, at }: Taking): Change[] {
	return meters.map((meter) => change(meter, at, { stamps: takingOf(id, at), sent: meter.amount }));
}

/** As if it had never been taken. */
export function giveBack(meters: Meter[], { id, at }: Taking): Change[] {
	return meters.map((meter) => change(meter, at, { stamps: givenBack(id), sent: -meter.amount }));
}

/** Counts nothing, and is told what is counted: the same work as a taking. */
export function look(meters: Meter[], { at }: Taking): Change[] {
	return meters.map((meter) => change(meter, at, { stamps: '', sent: 0 }));
}

/** Nothing for this recipient until then. */
export function block(key: string, until: number): Change {
	return { key, blockedUntil: until, expiresAt: until };
}

export function count(key: string, seconds: number, at: number, added: { sent?: number; converted?: number }): Change {
	const length = seconds * 1000;
	return { key, slice: Math.floor(at / length), ...added, expiresAt: at + 2 * length };
}

function change(
	{ key, limits, isExact }: Meter,
	at: number,
	{ stamps, sent }: { stamps: string; sent: number }
): Change {
	const longest = Math.max(...limits.map(({ seconds }) => seconds));
	if (!isExact) return count(key, longest, at, { sent });
	return { key, stamps, keepSince: at - longest * 1000, expiresAt: at + longest * 1000 };
}
