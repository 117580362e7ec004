import { expect, it } from 'vitest';
import { fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const oncePerMinute = [{ count: 1, seconds: 60 }];

onEachEngine('budgets in rolling windows', (held) => {
	it('takes from all limits or from none, and says how long to wait', async () => {
		const { budgets } = held.store;
		const key = fresh('phone');
		const limits = [...oncePerMinute, { count: 2, seconds: 3600 }];
		expect(await budgets.take(key, limits, now)).toEqual({ ok: true });
		expect(await budgets.take(key, limits, now + 10_000)).toEqual({ ok: false, retryAfter: 50 });
		expect(await budgets.take(key, limits, now + 60_000)).toEqual({ ok: true });
		expect(await budgets.take(key, limits, now + 120_000)).toEqual({ ok: false, retryAfter: 3480 });
		expect(await budgets.take(key, limits, now + 3_600_000)).toEqual({ ok: true });
	});

	it('counts each key by itself', async () => {
		const { budgets } = held.store;
		expect(await budgets.take(fresh('phone'), oncePerMinute, now)).toEqual({ ok: true });
		expect(await budgets.take(fresh('phone'), oncePerMinute, now)).toEqual({ ok: true });
	});

	it('gives one taking back, and only one that was taken', async () => {
		const { budgets } = held.store;
		const key = fresh('phone');
		const twice = [{ count: 2, seconds: 60 }];
		await budgets.take(key, twice, now);
		await budgets.take(key, twice, now);
		await budgets.giveBack(key, now + 1);
		expect(await budgets.take(key, twice, now)).toMatchObject({ ok: false });
		await budgets.giveBack(key, now);
		expect(await budgets.take(key, twice, now)).toEqual({ ok: true });
		expect(await budgets.take(key, twice, now)).toMatchObject({ ok: false });
		await expect(budgets.giveBack(fresh('phone'), now)).resolves.toBeUndefined();
	});

	it('lets one of 100 parallel takers through, from two processes', async () => {
		const other = await held.openAnother();
		for (let round = 0; round < 3; round++) {
			const key = fresh('phone');
			const answers = await times(100, (index) =>
				(index % 2 ? other : held.store).budgets.take(key, oncePerMinute, now)
			);
			expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
			expect(answers.every((answer) => answer.ok || answer.retryAfter >= 1)).toBe(true);
		}
	});

	it('never lets more through than a limit allows, and all of them within one process', async () => {
		const other = await held.openAnother();
		const limits = [{ count: 30, seconds: 60 }];
		const alone = fresh('ip');
		const answers = await times(60, () => held.store.budgets.take(alone, limits, now));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(30);

		const shared = fresh('ip');
		const both = await times(60, (index) => (index % 2 ? other : held.store).budgets.take(shared, limits, now));
		expect(both.filter(({ ok }) => ok).length).toBeLessThanOrEqual(30);
	});

	it('takes from several keys or from none, and says the longest wait', async () => {
		const { budgets } = held.store;
		const [ip, phone, other] = [fresh('ip'), fresh('phone'), fresh('phone')];
		const twice = [{ count: 2, seconds: 3600 }];
		const both = (recipient: string) => [
			{ key: recipient, limits: oncePerMinute },
			{ key: ip, limits: twice }
		];
		expect(await budgets.takeAll(both(phone), now)).toEqual({ ok: true });
		expect(await budgets.takeAll(both(phone), now)).toEqual({ ok: false, retryAfter: 60 });
		expect(await budgets.takeAll(both(other), now)).toEqual({ ok: true });
		expect(await budgets.takeAll(both(other), now)).toEqual({ ok: false, retryAfter: 3600 });
	});

	it('never lets parallel takers of several keys through more often than the scarcest allows', async () => {
		const another = await held.openAnother();
		const ip = fresh('ip');
		const limits = [{ count: 5, seconds: 60 }];
		const phones = Array.from({ length: 40 }, () => fresh('phone'));
		const answers = await Promise.all(
			phones.map((phone, index) =>
				(index % 2 ? another : held.store).budgets.takeAll(
					[
						{ key: phone, limits: oncePerMinute },
						{ key: ip, limits }
					],
					now
				)
			)
		);
		expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(5);
		// Whoever was refused has its own unit still.
		const refused = phones.filter((_, index) => !answers[index]?.ok);
		const again = await Promise.all(refused.map((phone) => held.store.budgets.take(phone, oncePerMinute, now)));
		expect(again.every(({ ok }) => ok)).toBe(true);
	});

	it('refuses when more wait for one key than may', async () => {
		const limits = [{ count: 1000, seconds: 60 }];
		const key = fresh('ip');
		const answers = await times(250, () => held.store.budgets.take(key, limits, now));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(200);
		expect(answers.filter((answer) => !answer.ok && answer.retryAfter === 1)).toHaveLength(50);
	});
});
