import { expect, it } from 'vitest';
import { block, count, giveBack, look, take } from '../../../src/lib/server/core/rules/sends/changes.ts';
import type { Meter } from '../../../src/lib/server/core/rules/sends/meters.ts';
import { convertedIn, countIn, readTakings, waitOfTaking } from '../../../src/lib/server/core/rules/sends/tally.ts';
import { fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const oncePerMinute = [{ count: 1, seconds: 60 }];
const exact = (limits = oncePerMinute): Meter => ({
	key: fresh('to'),
	scope: 'recipient',
	limits,
	isExact: true,
	amount: 1
});
const counted = (amount = 1): Meter => ({
	key: fresh('country'),
	scope: 'country',
	limits: [{ count: 1000, seconds: 3600 }],
	isExact: false,
	amount
});

onEachEngine('counters of what was sent', (held) => {
	it('keep every taking in the order in which they came, so that of any number at once one is the first', async () => {
		const other = await held.openAnother();
		for (let round = 0; round < 3; round++) {
			const meter = exact();
			const waits = await times(60, async (index) => {
				const taking = { id: `taking${index}`, at: now };
				const tallies = await (index % 2 ? other : held.store).budgets.count(take([meter], taking));
				return waitOfTaking(tallies.get(meter.key)!, taking.id, meter.limits, now);
			});
			expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
			expect(waits.filter((wait) => wait === 60)).toHaveLength(59);
		}
	});

	it('never let more through than a limit allows, from two processes', async () => {
		const other = await held.openAnother();
		const meter = exact([{ count: 20, seconds: 60 }]);
		const waits = await times(60, async (index) => {
			const taking = { id: `taking${index}`, at: now };
			const tallies = await (index % 2 ? other : held.store).budgets.count(take([meter], taking));
			return waitOfTaking(tallies.get(meter.key)!, taking.id, meter.limits, now);
		});
		expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
	});

	it('take back one taking, and only one that was taken', async () => {
		const meter = exact();
		const [first, second] = [
			{ id: 'first', at: now },
			{ id: 'second', at: now + 1 }
		];
		const counts = async (changes: ReturnType<typeof take>) =>
			(await held.store.budgets.count(changes)).get(meter.key)!;
		await counts(take([meter], first));
		await counts(giveBack([meter], { id: 'nobody', at: now }));
		expect(waitOfTaking(await counts(take([meter], second)), 'second', meter.limits, now + 1)).toBe(60);
		await counts(giveBack([meter], second));
		await counts(giveBack([meter], first));
		expect(readTakings((await counts(look([meter], first))).stamps)).toEqual([]);
	});

	it('count sums in stretches, and carry the last one over', async () => {
		const meter = counted(50);
		const hour = 3_600_000;
		const at = Math.ceil(now / hour) * hour;
		const counts = async (when: number) => {
			const tallies = await held.store.budgets.count(take([meter], { id: 'any', at: when }));
			return countIn(tallies.get(meter.key)!, 3600, when);
		};
		expect(await counts(at)).toBe(50);
		expect(await counts(at + hour / 2)).toBe(100);
		expect(await counts(at + hour)).toBe(150);
		expect(await counts(at + 1.5 * hour)).toBe(150);
		// The clock of another process lags behind: it counts into the stretch that has begun.
		expect(await counts(at + hour - 1)).toBe(250);
		expect(await counts(at + 5 * hour)).toBe(50);
	});

	it('count what came back beside what was sent, and hold what a vendor said', async () => {
		const [key, to] = [fresh('codes'), exact()];
		await held.store.budgets.count([count(key, 3600, now, { sent: 1 }), block(to.key, now + 5000)]);
		const tallies = await held.store.budgets.count([
			count(key, 3600, now, { converted: 1 }),
			...look([to], { id: '', at: now })
		]);
		expect([countIn(tallies.get(key)!, 3600, now), convertedIn(tallies.get(key)!, 3600, now)]).toEqual([1, 1]);
		expect(tallies.get(to.key)).toMatchObject({ blockedUntil: now + 5000 });
	});

	it('count everything of a message by one statement, in whatever order', async () => {
		const statements: string[] = [];
		const store = await held.openAnother({ onStatement: (sql) => statements.push(sql) });
		// Opening the store runs one of its own.
		statements.length = 0;
		const meters = [exact(), counted(), exact(), counted(3), exact()];
		await store.budgets.count(take(meters, { id: 'one', at: now }));
		expect(statements).toHaveLength(1);
		const both = await Promise.all([
			store.budgets.count(take(meters, { id: 'two', at: now })),
			held.store.budgets.count(take(meters.toReversed(), { id: 'three', at: now }))
		]);
		for (const { key } of meters) expect(both.every((tallies) => tallies.has(key))).toBe(true);
	});

	it('count what can wait with the next message, by the same statement', async () => {
		const statements: string[] = [];
		const store = await held.openAnother({ onStatement: (sql) => statements.push(sql) });
		statements.length = 0;
		const [key, to] = [fresh('codes'), exact()];
		store.budgets.countLater([count(key, 3600, now, { converted: 1 })]);
		store.budgets.countLater([count(key, 3600, now, { converted: 1 })]);
		expect(statements).toEqual([]);
		const tallies = await store.budgets.count([
			count(key, 3600, now, { sent: 3 }),
			...take([to], { id: 'one', at: now })
		]);
		expect([countIn(tallies.get(key)!, 3600, now), convertedIn(tallies.get(key)!, 3600, now)]).toEqual([3, 2]);
		expect(statements).toHaveLength(1);
		const after = await store.budgets.count([count(key, 3600, now, { sent: 1 })]);
		expect(convertedIn(after.get(key)!, 3600, now)).toBe(2);
	});

	it('count it with the one after that, when a statement fails', async () => {
		const key = fresh('codes');
		held.store.budgets.countLater([count(key, 3600, now, { converted: 1 })]);
		const broken = { key: fresh('codes'), expiresAt: Number.NaN };
		await expect(held.store.budgets.count([broken])).rejects.toThrow();
		const after = await held.store.budgets.count([count(key, 3600, now, { sent: 1 })]);
		expect(convertedIn(after.get(key)!, 3600, now)).toBe(1);
	});

	it('are dropped when they hold nothing, unless something was counted since', async () => {
		const [gone, still, sums] = [exact(), exact(), counted()];
		const { budgets } = held.store;
		const keys = [gone, still, sums].map(({ key }) => key);
		const isThere = async () => (await Promise.all(keys.map((key) => budgets.list(key)))).map(({ size }) => size === 1);
		const [one, two] = [
			{ id: 'one', at: now },
			{ id: 'two', at: now }
		];
		await budgets.count(take([gone, still, sums], one));
		await budgets.count(take([still], two));
		const left = await budgets.count(giveBack([gone, still, sums], one));
		await budgets.count(take([sums], two));
		await budgets.drop(left, now);
		expect(await isThere()).toEqual([false, true, true]);
		await budgets.drop(await budgets.count([...giveBack([still, sums], two), block(still.key, now + 5000)]), now);
		expect(await isThere()).toEqual([false, true, false]);
	});

	it('stay short where somebody is refused all the time', async () => {
		const meter = exact();
		await held.store.budgets.count(take([meter], { id: 'first', at: now }));
		for (let index = 0; index < 120; index++) {
			const taking = { id: `refused-${index}`, at: now + index };
			await held.store.budgets.count(take([meter], taking));
			await held.store.budgets.count(giveBack([meter], taking));
		}
		const tallies = await held.store.budgets.count(look([meter], { id: '', at: now }));
		expect(tallies.get(meter.key)?.stamps.length).toBeLessThan(2200);
		expect(readTakings(tallies.get(meter.key)!.stamps)).toEqual([{ id: 'first', at: now }]);
	});
});
