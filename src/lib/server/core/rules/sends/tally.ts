// What a counter of the store says, and how it is read: exact takings for small limits, a sliding estimate for large ones.
import { decideTake, type RollingLimit } from '../rolling-window.ts';

/** One row. `stamps` holds `,+<epoch ms>:<id>` for a taking and `,-<id>` for one given back, in the order they came. */
export type Tally = {
	stamps: string;
	/** Which stretch of a window's length `current` counts: `floor(at / length)`. `previous` is the one before it. */
	slice: number;
	current: number;
	previous: number;
	/** The same of codes that were entered. */
	converted: number;
	convertedBefore: number;
	/** Epoch milliseconds until which a vendor takes nothing for this key. */
	blockedUntil: number;
};

export const nothingCounted: Tally = {
	stamps: '',
	slice: 0,
	current: 0,
	previous: 0,
	converted: 0,
	convertedBefore: 0,
	blockedUntil: 0
};

export const takingOf = (id: string, at: number) => `,+${at}:${id}`;
export const givenBack = (id: string) => `,-${id}`;

type Taking = { at: number; id: string };

/** Takings that still stand. */
export function readTakings(stamps: string): Taking[] {
	const marks = stamps.split(',').filter(Boolean);
	const returned = new Set(marks.filter((mark) => mark.startsWith('-')).map((mark) => mark.slice(1)));
	return marks.flatMap((mark) => {
		const [, at, id] = /^\+(\d+):(.+)$/.exec(mark) ?? [];
		return at && id && !returned.has(id) ? [{ at: Number(at), id }] : [];
	});
}

/** Whether a row that says this is as good as none. */
export function isNothing({ slice: _slice, stamps, blockedUntil, ...sums }: Tally, at: number): boolean {
	return readTakings(stamps).length === 0 && blockedUntil <= at && Object.values(sums).every((sum) => sum === 0);
}

/** The same takings in fewer letters: without those given back and those older than `since`. */
export function shortenStamps(stamps: string, since: number): string {
	return readTakings(stamps)
		.filter(({ at }) => at > since)
		.map(({ id, at }) => takingOf(id, at))
		.join('');
}

/** Whole seconds until the taking `id` would have been allowed; 0 when it is. Who came after it does not count. */
export function waitOfTaking({ stamps }: Tally, id: string, limits: RollingLimit[], at: number): number {
	const takings = readTakings(stamps);
	const place = takings.findIndex((taking) => taking.id === id);
	const before = place < 0 ? takings : takings.slice(0, place);
	const decision = decideTake(
		before.map((taking) => taking.at).toSorted((one, other) => one - other),
		limits,
		at
	);
	return decision.allowed ? 0 : decision.retryAfter;
}

/** How many fall into the last `seconds`: what the stretch before holds is taken to be spread evenly. */
export function countIn({ slice, current, previous }: Tally, seconds: number, at: number): number {
	return slide(slice, current, previous, seconds, at);
}

export function convertedIn({ slice, converted, convertedBefore }: Tally, seconds: number, at: number): number {
	return slide(slice, converted, convertedBefore, seconds, at);
}

function slide(slice: number, current: number, previous: number, seconds: number, at: number): number {
	const length = seconds * 1000;
	const age = Math.floor(at / length) - slice;
	const left = 1 - (at % length) / length;
	if (age > 1) return 0;
	if (age === 1) return Math.max(0, current) * left;
	// A clock that is ahead of ours has begun the next stretch.
	return Math.max(0, previous) * (age < 0 ? 1 : left) + Math.max(0, current);
}

/** Whole seconds until fewer than `count` are counted, if no more come. */
export function secondsUntilFewer({ slice, current, previous }: Tally, count: number, seconds: number, at: number) {
	const length = seconds * 1000;
	const end = (slice + 1) * length;
	const freeAt = current < count ? end - length * ((count - current) / previous) : end + length * (1 - count / current);
	return Math.max(1, Math.ceil((freeAt + 1 - at) / 1000));
}

/** Whole seconds until what is counted, `amount` of it just now, would have found room; 0 when it has. */
export function waitOfCount(tally: Tally, { count, seconds }: RollingLimit, amount: number, at: number): number {
	if (countIn(tally, seconds, at) <= count) return 0;
	const length = seconds * 1000;
	const begun = Math.floor(at / length) * length;
	// No stretch is long enough for one that is dearer than all of it.
	if (amount > count) return Math.ceil((begun + 2 * length - at) / 1000);
	const { current, previous } = tally;
	const freeAt =
		current <= count
			? begun + length * (1 - (count - current) / previous)
			: begun + length * (2 - Math.max(0, count - amount) / (current - amount));
	return Math.max(1, Math.ceil((Math.min(freeAt, at + 2 * length) - at) / 1000));
}
