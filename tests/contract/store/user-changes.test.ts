import { expect, it } from 'vitest';
import type { Store, User } from '../../../src/lib/server/usecases/ports.ts';
import { onEachEngine } from './engines.ts';
import { aUser, fresh, now, times } from './fixtures.ts';

async function stored(store: Store, values: Partial<User> = {}): Promise<User> {
	const user = aUser(values);
	await store.users.insert(user);
	return user;
}
const someEmail = () => `${fresh('ada')}@example.com`;

onEachEngine('changing an account', (held) => {
	it('replaces what is named, takes away what is null, and keeps the rest', async () => {
		const { users } = held.store;
		const before = await stored(held.store, { username: fresh('ada'), primaryEmail: someEmail(), name: 'Ada' });
		const username = fresh('grace');
		const changes = { username, primaryEmail: null, avatar: 'https://example.com/a.png', customData: { a: 1 } };
		expect(await users.update(before.id, changes, now + 1)).toEqual({ ok: true });
		expect(await users.find(before.id)).toEqual({
			...before,
			username,
			primaryEmail: undefined,
			avatar: 'https://example.com/a.png',
			customData: { a: 1 },
			updatedAt: now + 1
		});
		expect(await users.findHolderId({ type: 'username', value: before.username ?? '' })).toBeUndefined();
		expect(await users.update('nobody', changes, now)).toEqual({ ok: false, taken: undefined });
	});

	it('names the identifier that somebody else holds', async () => {
		const { primaryEmail } = await stored(held.store, { primaryEmail: someEmail() });
		const { id } = await stored(held.store);
		const changes = { username: fresh('ada'), primaryEmail };
		expect(await held.store.users.update(id, changes, now)).toEqual({ ok: false, taken: 'email' });
	});

	it('gives one of many, in two processes, the identifier that all want', async () => {
		const other = await held.openAnother();
		const email = someEmail();
		const users = await times(12, () => stored(held.store));
		const answers = await times(12, (index) =>
			(index % 2 ? other : held.store).users.update(users[index]?.id ?? '', { primaryEmail: email }, now)
		);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		const holder = await held.store.users.findHolderId({ type: 'email', value: email });
		expect(holder).toBe(users[answers.findIndex(({ ok }) => ok)]?.id);
	});
});

onEachEngine('a contact that was only written down', (held) => {
	it('is unproven, until it is proven, and again when it is changed', async () => {
		const { users } = held.store;
		const phone = fresh('86');
		const email = someEmail();
		const { id } = await stored(held.store, {
			username: fresh('ada'),
			primaryEmail: email,
			primaryPhone: phone,
			unproven: ['email', 'phone']
		});
		const unproven = async () => (await users.find(id))?.unproven;
		expect(await unproven()).toEqual(['email', 'phone']);
		await users.prove(id, [
			{ type: 'email', value: email },
			{ type: 'phone', value: 'another' }
		]);
		expect(await unproven()).toEqual(['phone']);
		await users.prove(id, [{ type: 'phone', value: phone }]);
		expect(await unproven()).toBeUndefined();
		await users.update(id, { primaryEmail: email, primaryPhone: phone, username: fresh('ada') }, now);
		expect(await unproven()).toBeUndefined();
		await users.update(id, { primaryEmail: someEmail() }, now);
		expect(await unproven()).toEqual(['email']);
	});
});

onEachEngine('counting accounts', (held) => {
	it('counts what the list would find', async () => {
		const { users } = held.store;
		const part = fresh('part').toLowerCase();
		await stored(held.store, { username: `${part}_one`, primaryEmail: someEmail() });
		await stored(held.store, { primaryEmail: `${part}%@example.com` });
		await stored(held.store, { name: part.toUpperCase() });
		for (const search of [part, `${part}%`, `${part}_`, 'nobody at all']) {
			const { length } = await users.list({ search, limit: 50, offset: 0 });
			expect(await users.count(search), search).toBe(length);
		}
		expect(await users.count(part)).toBe(3);
		expect(await users.count()).toBeGreaterThanOrEqual(3);
	});
});
