import { expect, it } from 'vitest';
import { fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const rule = { threshold: 10, hardStop: 100, firstWait: 30, longestWait: 3600 };
const month = 30 * 24 * 3600 * 1000;

onEachEngine('failed attempts', (held) => {
	/** Fails as soon as it may, and answers when the next attempt was possible, in seconds after the first. */
	async function failAgainAndAgain(key: string, count: number): Promise<number[]> {
		let at = now;
		const waits: number[] = [];
		for (let failures = 1; failures <= count; failures++) {
			expect(await held.store.lockouts.take([{ key, rule }], at)).toMatchObject({ ok: true });
			const refused = await held.store.lockouts.retryAfter({ key, rule }, at);
			waits.push(refused);
			at += refused * 1000;
		}
		return waits;
	}

	it('cost nothing up to the threshold, then twice as much each time, up to an hour', async () => {
		const waits = await failAgainAndAgain(fresh('user'), 19);
		expect(waits.slice(0, 9)).toEqual(Array(9).fill(0));
		expect(waits.slice(9)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
	});

	it('end everything at the hard stop, until somebody forgives', async () => {
		const { lockouts } = held.store;
		const key = fresh('user');
		await failAgainAndAgain(key, 100);
		const years = now + 5 * 365 * 24 * 3600 * 1000;
		expect(await lockouts.take([{ key, rule }], years)).toEqual({ ok: false, retryAfter: 3600 });
		await lockouts.forgive([key]);
		expect(await lockouts.take([{ key, rule }], years)).toMatchObject({ ok: true });
	});

	it('are not counted while nothing is examined', async () => {
		const { lockouts } = held.store;
		const key = fresh('user');
		await failAgainAndAgain(key, 9);
		const at = now;
		expect(await lockouts.take([{ key, rule }], at)).toMatchObject({ ok: true });
		await times(20, async () =>
			expect(await lockouts.take([{ key, rule }], at)).toEqual({ ok: false, retryAfter: 30 })
		);
		expect(await lockouts.take([{ key, rule }], at + 30_000)).toMatchObject({ ok: true });
		expect(await lockouts.retryAfter({ key, rule }, at + 30_000)).toBe(60);
	});

	it('are bounded however many come at once, from two processes', async () => {
		const other = await held.openAnother();
		const key = fresh('user');
		const taken = await times(40, (index) => (index % 2 ? held.store : other).lockouts.take([{ key, rule }], now));
		expect(taken.filter(({ ok }) => ok)).toHaveLength(10);
	});

	it('are forgotten after their window, and one by one', async () => {
		const { lockouts } = held.store;
		const key = fresh('ip');
		const brief = { threshold: 3, firstWait: 30, longestWait: 3600, window: 3600 };
		await times(2, () => lockouts.take([{ key, rule: brief }], now));
		const third = await lockouts.take([{ key, rule: brief }], now);
		await lockouts.succeed([fresh('user')], third.ok ? third.taken : []);
		expect(await lockouts.retryAfter({ key, rule: brief }, now)).toBe(0);
		await lockouts.take([{ key, rule: brief }], now);
		expect(await lockouts.retryAfter({ key, rule: brief }, now)).toBe(30);
		await lockouts.take([{ key, rule: brief }], now + 3_600_000);
		expect(await lockouts.retryAfter({ key, rule: brief }, now + 3_600_000)).toBe(0);
	});

	it('are counted for every key or for none', async () => {
		const { lockouts } = held.store;
		const [locked, other] = [fresh('ip'), fresh('user')];
		await failAgainAndAgain(locked, 9);
		expect(await lockouts.take([{ key: locked, rule }], now)).toMatchObject({ ok: true });
		const attempts = [other, locked].map((key) => ({ key, rule }));
		await times(20, async () => expect(await lockouts.take(attempts, now)).toEqual({ ok: false, retryAfter: 30 }));
		expect(await lockouts.retryAfter({ key: other, rule }, now)).toBe(0);
	});

	it('tell the longest wait where more than one key is locked, in whichever order', async () => {
		const { lockouts } = held.store;
		const brief = { key: fresh('user'), rule };
		const long = { key: fresh('ip'), rule };
		await failAgainAndAgain(brief.key, 10);
		await failAgainAndAgain(long.key, 12);
		const at = now + 29_000;
		expect([await lockouts.retryAfter(brief, at), await lockouts.retryAfter(long, at)]).toEqual([1, 181]);
		for (const attempts of [
			[brief, long],
			[long, brief]
		])
			expect(await lockouts.take(attempts, at)).toEqual({ ok: false, retryAfter: 181 });
	});

	it('are all forgotten of whoever succeeds', async () => {
		const { lockouts } = held.store;
		const key = fresh('user');
		await failAgainAndAgain(key, 9);
		await lockouts.take([{ key, rule }], now);
		await lockouts.succeed([key, fresh('user')], []);
		expect(await lockouts.take([{ key, rule }], now)).toMatchObject({ ok: true });
		expect(await lockouts.retryAfter({ key, rule }, now)).toBe(0);
	});

	it('that were none are given back, with the lock that they brought and no other', async () => {
		const { lockouts } = held.store;
		const take = async (key: string, at: number) => {
			const taken = await lockouts.take([{ key, rule }], at);
			if (!taken.ok) throw new Error('locked');
			return taken.taken;
		};
		const lock = (key: string, at: number) => lockouts.retryAfter({ key, rule }, at);

		const brought = fresh('user');
		await failAgainAndAgain(brought, 9);
		const tenth = await take(brought, now);
		expect(await lock(brought, now)).toBe(30);
		await lockouts.giveBack(tenth);
		expect(await lock(brought, now)).toBe(0);
		await take(brought, now);
		expect(await lock(brought, now)).toBe(30);
		const eleventh = await take(brought, now + 30_000);
		expect(await lock(brought, now + 30_000)).toBe(60);
		await lockouts.giveBack(eleventh);
		expect(await lock(brought, now + 30_000)).toBe(0);

		const other = fresh('user');
		await failAgainAndAgain(other, 8);
		const ninth = await take(other, now);
		await take(other, now);
		await take(other, now + 30_000);
		await lockouts.giveBack(ninth);
		expect(await lock(other, now + 30_000)).toBe(60);
	});

	it('that were none leave nothing, however many are given back at once from two processes', async () => {
		const another = await held.openAnother();
		const key = fresh('ip');
		const wide = { ...rule, threshold: 30 };
		await times(25, async (index) => {
			const { lockouts } = index % 2 ? another : held.store;
			const taken = await lockouts.take([{ key, rule: wide }], now);
			if (taken.ok) await lockouts.giveBack(taken.taken);
		});
		const next = await held.store.lockouts.take([{ key, rule: wide }], now);
		expect(next).toMatchObject({ ok: true, taken: [{ failures: 1 }] });
	});

	it('are swept a month after the last', async () => {
		const key = fresh('user');
		await failAgainAndAgain(key, 12);
		await held.store.sweep(now + month + 3_600_000);
		expect(await held.dump()).not.toContain(key);
	});
});
