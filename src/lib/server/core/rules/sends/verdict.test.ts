import { describe, expect, it } from 'vitest';
import { settings as schema } from '../../../../contract/settings.ts';
import { breakerOf, conversionKeys } from './conversion.ts';
import { drawnByMembers, ownMeters, sharedMeters, type Meter } from './meters.ts';
import { nothingCounted, takingOf, type Tally } from './tally.ts';
import { decideSend, isReserveLeft, type Facts } from './verdict.ts';

const policy = schema.parse({});
const day = 86_400_000;
/** Noon, so that half of yesterday still counts. */
const at = 20_000 * day + day / 2;
const sending = { recipient: 'to', network: '192.0.2.1', prefix: '861380013', country: 'CN', clientId: 'shop' };
const { pool, reserve } = sharedMeters(sending, policy);
const own = ownMeters(sending, policy);
const conversions = conversionKeys(sending, policy);
const ours = takingOf('ours', at);

/** As many of `meter` as were taken before, and ours. */
function taken(meter: Meter | undefined, before: number): [string, Tally] {
	if (!meter) throw new Error('no such meter');
	const seconds = meter.limits[0]?.seconds ?? 1;
	const others = Array.from({ length: before }, (_, index) => takingOf(`other${index}`, at - 1000));
	if (meter.isExact) return [meter.key, { ...nothingCounted, stamps: others.join('') + ours }];
	const slice = Math.floor(at / (seconds * 1000));
	return [meter.key, { ...nothingCounted, slice, current: (before + 1) * meter.amount }];
}

function codes(sent: number, converted: number): [string, Tally] {
	const slice = Math.floor(at / 3_600_000);
	return [conversions[0] ?? '', { ...nothingCounted, slice, current: sent + 1, converted }];
}

/** As the store counts one more then, when the one of now was taken back. */
function breakerAfter(tally: Tally, then: number) {
	const slice = Math.floor(then / 3_600_000);
	const isNext = slice > tally.slice;
	const sent = tally.current - 1;
	return breakerOf(
		{ ...tally, slice, previous: isNext ? sent : tally.previous, current: isNext ? 1 : tally.current },
		policy,
		then
	);
}

function decide(tallies: [string, Tally][], more: Partial<Facts> = {}) {
	const facts: Facts = {
		...{ own, pool, conversions, id: 'ours', at, tallies: new Map(tallies) },
		...{ isProofPolicy: false, isProven: false, isInvited: false, ...more }
	};
	return decideSend(facts, policy);
}
const scoped = (meters: Meter[], scope: Meter['scope']) => meters.find((meter) => meter.scope === scope);

describe('a message that nothing speaks against', () => {
	it('is sent', () => {
		expect(decide([])).toEqual({ type: 'open' });
		expect(decide([taken(own[0], 0), taken(scoped(pool, 'prefix'), 6)])).toEqual({ type: 'open' });
	});

	it('waits for a proof of work where the settings always want one, unless it was done or somebody came by a link', () => {
		expect(decide([], { isProofPolicy: true })).toEqual({ type: 'proof-wanted', isHard: false });
		expect(decide([], { isProofPolicy: true, isProven: true })).toEqual({ type: 'open' });
		expect(decide([], { isProofPolicy: true, isInvited: true })).toEqual({ type: 'open' });
	});
});

describe('a recipient or a network that had its share', () => {
	it('is told when to come back: a vendor’s minute begins a second after ours', () => {
		expect(decide([taken(own[0], 1)])).toEqual({ type: 'refused', retryAfter: 60 });
		expect(decide([taken(scoped(own, 'network'), 100)])).toMatchObject({ type: 'refused' });
	});

	it('waits as long as a vendor has said', () => {
		const blocked = { ...nothingCounted, stamps: ours, blockedUntil: at + 3_600_000 };
		expect(decide([[own[0]?.key ?? '', blocked]])).toEqual({ type: 'refused', retryAfter: 3600 });
	});
});

describe('a budget that all share', () => {
	it('asks for work from half on, and is scarce when the part for everybody is used up', () => {
		const half = decide([taken(scoped(pool, 'country'), 1750)]);
		expect(half).toEqual({ type: 'proof-wanted', isHard: false });
		const full = [taken(scoped(pool, 'country'), 3500)];
		expect(decide(full)).toEqual({ type: 'proof-wanted', isHard: true });
		expect(decide(full, { isProven: true })).toMatchObject({ type: 'scarce', causes: ['country'] });
	});

	it.each(['prefix', 'application', 'installation', 'money'] as const)('is kept for %s too', (scope) => {
		const meter = scoped(pool, scope);
		const most = (meter?.limits[0]?.count ?? 0) / (meter?.amount ?? 1);
		expect(decide([taken(meter, most)], { isProven: true })).toMatchObject({ type: 'scarce', causes: [scope] });
		expect(decide([taken(meter, most - 1)], { isProven: true })).toEqual({ type: 'open' });
	});

	it('says after how long there is room again', () => {
		const verdict = decide([taken(scoped(pool, 'prefix'), 7)], { isProven: true });
		expect(verdict).toMatchObject({ retryAfter: 599 });
	});

	it('keeps three tenths for people who have an account', () => {
		const country = scoped(reserve, 'country');
		const left = (before: number) =>
			isReserveLeft(reserve, new Map([taken(country, before)]), { id: 'ours', at, isTaken: true });
		expect([left(1499), left(1500)]).toEqual([true, false]);
	});

	it('keeps none so small that a few messages of one’s own measure it: a prefix has no reserve', () => {
		expect(reserve.map(({ scope }) => scope)).toEqual(['country', 'application', 'installation', 'money']);
	});

	it('keeps nothing from them that is not used up', () => {
		const drawnBy = (...tallies: [string, Tally][]) => {
			const verdict = decide(tallies, { isProven: true });
			const drawn = drawnByMembers(pool, reserve, verdict.type === 'scarce' ? verdict.full : []);
			return [drawn.pool, drawn.reserve].map((meters) => meters.map(({ scope }) => scope));
		};
		const all = ['prefix', 'country', 'application', 'installation', 'money'];
		expect(drawnBy(codes(500, 0))).toEqual([all, []]);
		const prefix = taken(scoped(pool, 'prefix'), 7);
		expect(drawnBy(codes(500, 0), prefix)).toEqual([all.slice(1), []]);
		const country = taken(scoped(pool, 'country'), 3500);
		expect(drawnBy(country)).toEqual([all.filter((scope) => scope !== 'country'), ['country']]);
	});

	it('looks at the reserve as if a stranger drew on it, so that the work is the same', () => {
		const country = scoped(reserve, 'country');
		const left = (before: number, isTaken: boolean) => {
			const [key, tally] = taken(country, before);
			const current = isTaken ? tally.current : tally.current - 1;
			return isReserveLeft(reserve, new Map([[key, { ...tally, current }]]), { id: 'nobody', at, isTaken });
		};
		expect([left(1499, true), left(1499, false), left(1500, true), left(1500, false)]).toEqual([
			true,
			true,
			false,
			false
		]);
	});
});

describe('codes that do not come back', () => {
	it('ask for a proof of work first, then pause the prefix or country', () => {
		expect(decide([codes(19, 0)])).toEqual({ type: 'open' });
		expect(decide([codes(20, 3)])).toEqual({ type: 'proof-wanted', isHard: false });
		expect(decide([codes(20, 3)], { isProven: true })).toEqual({ type: 'open' });
		expect(decide([codes(25, 5)], { isProven: true })).toMatchObject({ type: 'scarce', causes: ['conversion'] });
	});

	it.each([
		['soon, when one too many was sent', 25],
		['within this stretch of time', 26],
		['in the next one', 49],
		['late, when very many were sent', 1000]
	])('are waited for until the pause is over: %s', (_, sent) => {
		for (const previous of [0, 24, 40]) {
			const [key, tally] = codes(sent, 0);
			const paused = { ...tally, previous };
			const verdict = decide([[key, paused]], { isProven: true });
			const wait = verdict.type === 'scarce' ? verdict.retryAfter : 0;
			// Whoever asks then is counted before it is decided.
			const typeAfter = (seconds: number) => breakerAfter(paused, at + seconds * 1000);
			expect([typeAfter(wait - 2), typeAfter(wait)]).toEqual(['open', 'friction']);
		}
	});

	it('say nothing where every second one is entered', () => {
		expect(decide([codes(30, 15)])).toEqual({ type: 'open' });
	});

	it('are counted anew in a window of another length', () => {
		const longer = schema.parse({ sendPolicy: { breaker: { seconds: 86_400 } } });
		const now = conversionKeys(sending, longer);
		expect(now).toHaveLength(2);
		expect(now.filter((key) => conversions.includes(key))).toEqual([]);
	});

	it('are forgotten by themselves', () => {
		const [key, tally] = codes(500, 0);
		expect(decide([[key, { ...tally, slice: tally.slice - 2 }]])).toEqual({ type: 'open' });
	});
});

describe('a number of no country', () => {
	it('costs as much as one of a country that has no price', () => {
		const { pool } = sharedMeters({ ...sending, country: undefined }, policy);
		expect(scoped(pool, 'money')?.amount).toBe(500);
	});
});

describe('an email', () => {
	it('costs nothing and belongs to no prefix or country', () => {
		const byMail = sharedMeters({ recipient: 'to', network: 'net', clientId: 'shop' }, policy).pool;
		expect(byMail.map(({ scope }) => scope)).toEqual(['application', 'installation']);
	});
});
