import { expect, it } from 'vitest';
import { aSecret, anInteraction, fresh, now } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const minute = 60_000;

onEachEngine('sweeping what has expired', (held) => {
	it('removes it, keeps the rest, and says how much went', async () => {
		const { store } = held;
		const swept = { record: fresh('old'), budget: fresh('old') };
		const kept = { record: fresh('new'), lasting: fresh('lasting'), budget: fresh('new') };
		await store.oidc.upsert('AccessToken', swept.record, {}, now);
		await store.oidc.upsert('AccessToken', kept.record, {}, now + 1);
		await store.oidc.upsert('AccessToken', kept.lasting, {}, undefined);
		await store.budgets.count([{ key: swept.budget, expiresAt: now }]);
		await store.budgets.count([{ key: kept.budget, stamps: ',+1:one', expiresAt: now + minute }]);
		const [open, closing, closed] = [
			await anInteraction(store),
			await anInteraction(store),
			await anInteraction(store)
		];
		await store.oidc.closeInteraction(closing.id, now - 2 * minute + 1);
		await store.oidc.closeInteraction(closed.id, now - 2 * minute);
		const expired = await anInteraction(store);
		await store.interactions.replace(expired, { ...expired, expiresAt: now });

		expect(await store.sweep(now)).toBe(4);
		expect(await store.oidc.find('AccessToken', swept.record)).toBeUndefined();
		expect(await store.oidc.find('AccessToken', kept.record)).toBeDefined();
		expect(await store.oidc.find('AccessToken', kept.lasting)).toBeDefined();
		expect(await store.interactions.find(open.id)).toBeDefined();
		expect(await store.interactions.find(closing.id)).toBeDefined();
		expect(await store.interactions.find(closed.id)).toBeUndefined();
		expect(await store.interactions.find(expired.id)).toBeUndefined();
		const counted = await store.budgets.count([{ key: kept.budget, expiresAt: now + minute }]);
		expect(counted.get(kept.budget)?.stamps).toBe(',+1:one');
		expect(await store.sweep(now)).toBe(0);
	});

	it('keeps an expired secret ten minutes, so that a late code is told from a wrong one', async () => {
		const secret = await aSecret(held.store);
		await held.store.sweep(secret.expiresAt + 10 * minute - 1);
		const late = { ...secret, at: secret.expiresAt };
		expect(await held.store.secrets.guess(late)).toMatchObject({ outcome: 'expired' });
		expect(await held.store.sweep(secret.expiresAt + 10 * minute)).toBeGreaterThan(0);
		expect(await held.store.secrets.guess(late)).toMatchObject({ outcome: 'missing' });
	});

	it('takes audit entries that are older than they are kept for, and none where no time is named', async () => {
		const [old, young] = [fresh('old'), fresh('young')];
		const day = 24 * 60 * minute;
		for (const [key, at] of [
			[old, now - 180 * day],
			[young, now - 180 * day + 1]
		] as const) {
			await held.store.audit.append({ key, result: 'Success', at });
		}
		await held.store.sweep(now);
		expect(await held.dump()).toContain(old);
		expect(await held.store.sweep(now, 180 * day)).toBe(1);
		const left = await held.dump();
		expect(left).not.toContain(old);
		expect(left).toContain(young);
	});

	it('works through more than a batch while others go on', async () => {
		const { store } = held;
		for (let count = 0; count < 1100; count++) await store.oidc.upsert('AccessToken', fresh('many'), {}, 1);
		const { id } = await anInteraction(store);
		const [count, seen] = await Promise.all([store.sweep(1), store.interactions.find(id)]);
		expect(count).toBe(1100);
		expect(seen).toMatchObject({ id });
	}, 30_000);
});
