// Settings as several processes see them: each has a memory of its own, a moment long.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ok, refuse } from '../../../src/lib/contract/result.ts';
import { times, aUser, fresh } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

onEachEngine('settings of two processes', (held) => {
	it('show a change at once where it was made, and within half a second elsewhere', async () => {
		const other = await held.openAnother();
		const country = async () => (await other.settings.read()).defaultCountry;
		await Promise.all([held.store.settings.read(), country()]);
		await held.store.settings.change((before) => ok({ ...before, defaultCountry: 'FR' }));
		expect((await held.store.settings.read()).defaultCountry).toBe('FR');
		await expect.poll(country, { timeout: 500, interval: 25 }).toBe('FR');
	});

	it('keep every change of administrators who change them at the same moment', async () => {
		const other = await held.openAnother();
		const wide = { count: 100_000, seconds: 1 };
		await held.store.settings.change((before) => ok({ ...before, sendPolicy: { ...before.sendPolicy, perIp: [] } }));
		const changed = await times(4, (index) =>
			(index % 2 ? other : held.store).settings.change((before) => {
				const perIp = [...before.sendPolicy.perIp, wide];
				return ok({ ...before, sendPolicy: { ...before.sendPolicy, perIp } });
			})
		);
		await wait(400);
		expect(changed.every(({ ok }) => ok)).toBe(true);
		expect((await held.store.settings.read()).sendPolicy.perIp).toHaveLength(4);
	});

	it('stay the same object while nobody changes them', async () => {
		const before = await held.store.settings.read();
		await wait(400);
		expect(await held.store.settings.read()).toBe(before);
	});

	it('stay as they are when a change is refused, with everything that was to be written with it', async () => {
		const before = await held.store.settings.read();
		const user = aUser({ username: fresh('Ada') });
		await held.store.settings.change(async (_, { users }) => {
			await users.insert(user);
			return refuse('guard.invalid_input');
		});
		expect(await held.store.settings.read()).toBe(before);
		expect(await held.store.users.find(user.id)).toBeUndefined();
	});

	it('are kept together with what is written with them, once, also where another was faster', async () => {
		const other = await held.openAnother();
		const names = await times(4, async (index) => {
			const username = fresh('Ada');
			const changed = await (index % 2 ? other : held.store).settings.change(async (before, { users }) => {
				await users.insert(aUser({ username }));
				return ok({ ...before, supportEmail: `${username}@example.com` });
			});
			expect(changed.ok).toBe(true);
			return username;
		});
		for (const search of names) expect(await held.store.users.list({ search, limit: 9, offset: 0 })).toHaveLength(1);
	});
});

onEachEngine('usernames whose case stops telling them apart', (held) => {
	it('are counted where they collide, and kept in lower case where they do not', async () => {
		const { users, usernames } = held.store;
		const add = (username: string) => users.insert(aUser({ id: fresh('user'), username }));
		for (const name of ['Ada', 'ADA', 'Bob', 'carol']) await add(name);
		expect(await usernames.fold()).toEqual({ totalConflicts: 1, samples: ['ada'] });
		for (const name of ['bob', 'carol', 'Ada', 'ADA']) {
			expect((await users.findByIdentifier({ type: 'username', value: name }))?.username).toBe(name);
		}
	});
});
