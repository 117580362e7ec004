// Whether a message may be sent, from everything that is counted about it. Facts in, a verdict out.
import type { Settings } from '../../../../contract/settings.ts';
import { breakerOf, secondsUntilClosed } from './conversion.ts';
import type { Meter, SharedScope } from './meters.ts';
import { nothingCounted, countIn, waitOfCount, waitOfTaking, type Tally } from './tally.ts';

export type Tallies = ReadonlyMap<string, Tally>;

export type Verdict =
	| { type: 'open' }
	/** The recipient or the network had its share: everybody is told, and when to come back. */
	| { type: 'refused'; retryAfter: number }
	| { type: 'proof-wanted'; isHard: boolean }
	/** Something that all share is used up: only people with an account are served, and nobody is told which. */
	| { type: 'scarce'; retryAfter: number; causes: (SharedScope | 'conversion')[]; full: Meter[] };

export type Facts = {
	own: Meter[];
	pool: Meter[];
	conversions: string[];
	tallies: Tallies;
	id: string;
	at: number;
	/** Whether the person has to prove work, whatever the risk; and whether it was done for this recipient. */
	isProofPolicy: boolean;
	isProven: boolean;
	/** Whoever came by a link is not asked for it. */
	isInvited: boolean;
};

/** Above this share of a limit that is counted in sums, a proof of work is wanted. */
const crowded = 0.5;

export function decideSend(facts: Facts, policy: Settings): Verdict {
	const { own, pool, conversions, tallies, at } = facts;
	const blocked = Math.max(0, ...own.map(({ key }) => secondsBetween(at, tallyOf(tallies, key).blockedUntil)));
	const retryAfter = Math.max(blocked, ...own.map((meter) => waitOf(meter, facts)));
	if (retryAfter > 0) return { type: 'refused', retryAfter };

	const breakers = conversions.map((key) => breakerOf(tallyOf(tallies, key), policy, at));
	const pauses = conversions.filter((_, place) => breakers[place] === 'open');
	const full = pool.map((meter) => ({ meter, wait: waitOf(meter, facts) })).filter(({ wait }) => wait > 0);
	const isPaused = pauses.length > 0;
	const isScarce = isPaused || full.length > 0;
	const isRisky =
		isScarce || breakers.includes('friction') || [...own, ...pool].some((meter) => isCrowded(meter, facts));
	if ((facts.isProofPolicy || isRisky) && !facts.isProven && !facts.isInvited) {
		return { type: 'proof-wanted', isHard: isScarce };
	}
	if (!isScarce) return { type: 'open' };
	return {
		type: 'scarce',
		retryAfter: Math.max(
			...pauses.map((key) => secondsUntilClosed(tallyOf(tallies, key), policy, at)),
			...full.map(({ wait }) => wait)
		),
		causes: [...full.map(({ meter }) => meter.scope as SharedScope), ...(isPaused ? ['conversion' as const] : [])],
		full: full.map(({ meter }) => meter)
	};
}

/** What is left for people with an account. `isTaken`: whether this one was counted already. */
export function isReserveLeft(
	reserve: Meter[],
	tallies: Tallies,
	taking: { id: string; at: number; isTaken: boolean }
) {
	return reserve.every((meter) => {
		const tally = tallyOf(tallies, meter.key);
		const missing = taking.isTaken || meter.isExact ? 0 : meter.amount;
		return (
			waitOf(meter, { ...taking, tallies: new Map([[meter.key, { ...tally, current: tally.current + missing }]]) }) ===
			0
		);
	});
}

function waitOf(meter: Meter, { tallies, id, at }: Pick<Facts, 'tallies' | 'id' | 'at'>): number {
	const tally = tallyOf(tallies, meter.key);
	if (meter.isExact) return waitOfTaking(tally, id, meter.limits, at);
	return Math.max(0, ...meter.limits.map((limit) => waitOfCount(tally, limit, meter.amount, at)));
}

function isCrowded({ key, limits, isExact }: Meter, { tallies, at }: Facts): boolean {
	if (isExact) return false;
	const tally = tallyOf(tallies, key);
	return limits.some(({ count, seconds }) => countIn(tally, seconds, at) > count * crowded);
}

function tallyOf(tallies: Tallies, key: string): Tally {
	return tallies.get(key) ?? nothingCounted;
}

function secondsBetween(from: number, to: number): number {
	return Math.max(0, Math.ceil((to - from) / 1000));
}
