import { expect, it } from 'vitest';
import { anInteraction, aUser, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

onEachEngine('one sign-in attempt, kept in one row', (held) => {
	it('starts with nothing verified, at version 0', async () => {
		const { store } = held;
		const id = fresh('interaction');
		await store.oidc.upsertInteraction(id, 'shop', { params: { scope: 'openid' } }, now + 1000);
		expect(await store.interactions.find(id)).toEqual({
			id,
			clientId: 'shop',
			version: 0,
			verifications: [],
			expiresAt: now + 1000
		});
		expect(await store.interactions.find('nobody')).toBeUndefined();
	});

	it('saves a new state as the next version', async () => {
		const before = await anInteraction(held.store);
		const after = { ...before, event: 'SignIn', userId: 'u1', expiresAt: now + 5 } as const;
		expect(await held.store.interactions.replace(before, after)).toBe(true);
		expect(await held.store.interactions.find(before.id)).toEqual({ ...after, version: 1 });
	});

	it('comes together with who holds an identifier, and with the account that it has identified', async () => {
		const { interactions, users } = held.store;
		const before = await anInteraction(held.store);
		const user = aUser({ primaryPhone: fresh('8613') });
		await users.insert(user);
		const phone = { type: 'phone', value: user.primaryPhone ?? '' } as const;
		expect(await interactions.findWithHolder(before.id, phone)).toEqual({ interaction: before, holderId: user.id });
		const nobody = { ...phone, value: 'nobody' };
		expect(await interactions.findWithHolder(before.id, nobody)).toEqual({ interaction: before, holderId: undefined });
		expect(await interactions.findWithHolder('nothing', phone)).toBeUndefined();

		expect(await interactions.findWithUser(before.id)).toBeUndefined();
		await interactions.replace(before, { ...before, userId: user.id });
		expect(await interactions.findWithUser(before.id)).toEqual({
			interaction: await interactions.find(before.id),
			user: await users.find(user.id)
		});
		await users.remove(user.id);
		expect(await interactions.findWithUser(before.id)).toBeUndefined();
	});

	it('refuses a state that was decided on an older version', async () => {
		const before = await anInteraction(held.store);
		await held.store.interactions.replace(before, { ...before, event: 'SignIn' });
		expect(await held.store.interactions.replace(before, { ...before, event: 'Register' })).toBe(false);
		expect((await held.store.interactions.find(before.id))?.event).toBe('SignIn');
	});

	it('lets one of 20 parallel writers win, from two processes', async () => {
		const before = await anInteraction(held.store);
		const other = await held.openAnother();
		const won = await times(20, (index) =>
			(index % 2 ? other : held.store).interactions.replace(before, { ...before, userId: `u${index}` })
		);
		expect(won.filter(Boolean)).toHaveLength(1);
	});

	it('keeps our state when the provider saves its payload again', async () => {
		const before = await anInteraction(held.store);
		await held.store.interactions.replace(before, { ...before, event: 'SignIn' });
		await held.store.oidc.upsertInteraction(before.id, 'other', { params: { scope: 'openid' } }, now + 9);
		expect(await held.store.interactions.find(before.id)).toMatchObject({
			event: 'SignIn',
			version: 1,
			clientId: 'client',
			expiresAt: now + 9
		});
		expect(await held.store.oidc.findInteraction(before.id, now)).toEqual({ params: { scope: 'openid' } });
	});

	it('shows the provider the result, over what earlier prompts submitted', async () => {
		const { store } = held;
		const { id } = await anInteraction(store, { lastSubmission: { consent: { grantId: 'g' } } });
		await store.interactions.setResult(id, { login: { accountId: 'u1' } });
		expect((await store.oidc.findInteraction(id, now))?.result).toEqual({
			consent: { grantId: 'g' },
			login: { accountId: 'u1' }
		});
		await store.interactions.setResult(id, { error: 'access_denied' });
		expect((await store.oidc.findInteraction(id, now))?.result).toEqual({ error: 'access_denied' });
		expect((await store.interactions.find(id))?.version).toBe(0);
	});

	it('lets the provider write a result of its own over ours', async () => {
		const { id } = await anInteraction(held.store);
		await held.store.interactions.setResult(id, { login: { accountId: 'u1' } });
		await held.store.oidc.upsertInteraction(id, 'client', { result: { consent: {} } }, now);
		expect((await held.store.oidc.findInteraction(id, now))?.result).toEqual({ consent: {} });
	});

	it('knows the session it was opened in', async () => {
		const signedIn = await anInteraction(held.store, { session: { uid: 's1', accountId: 'u1', cookie: 'c' } });
		const signedOut = await anInteraction(held.store);
		expect(signedIn.session).toEqual({ uid: 's1', accountId: 'u1' });
		expect(signedOut.session).toBeUndefined();
		await held.store.interactions.replace(signedIn, { ...signedIn, userId: 'u1' });
		expect(await held.store.interactions.find(signedIn.id)).toMatchObject({ session: { uid: 's1' }, userId: 'u1' });
	});

	it('is hidden from the provider two minutes after it was closed, and still there for us', async () => {
		const { id } = await anInteraction(held.store);
		await held.store.oidc.closeInteraction(id, now);
		expect(await held.store.oidc.findInteraction(id, now + 2 * 60_000 - 1)).toBeDefined();
		expect(await held.store.oidc.findInteraction(id, now + 2 * 60_000)).toBeUndefined();
		expect(await held.store.interactions.find(id)).toMatchObject({ id });
	});
});

onEachEngine('several writes in one transaction', (held) => {
	it('keeps all of them', async () => {
		const before = await anInteraction(held.store);
		await held.store.transaction(async (scope) => {
			await scope.interactions.replace(before, { ...before, userId: 'u1' });
			await scope.interactions.setResult(before.id, { login: { accountId: 'u1' } });
			await scope.audit.append({ key: 'Interaction.SignIn.Submit', result: 'Success', userId: 'u1', at: now });
		});
		expect(await held.store.interactions.find(before.id)).toMatchObject({ userId: 'u1', version: 1 });
		expect(await held.store.oidc.findInteraction(before.id, now)).toMatchObject({
			result: { login: { accountId: 'u1' } }
		});
		expect(await held.dump()).toContain('Interaction.SignIn.Submit');
	});

	it('keeps none when one throws', async () => {
		const before = await anInteraction(held.store);
		const failing = held.store.transaction(async (scope) => {
			await scope.interactions.replace(before, { ...before, userId: 'u1' });
			throw new Error('no');
		});
		await expect(failing).rejects.toThrow('no');
		expect(await held.store.interactions.find(before.id)).toEqual(before);
	});

	it('answers what was computed, also with 20 at once from two processes', async () => {
		const other = await held.openAnother();
		const { id } = await anInteraction(held.store);
		const increments = await times(20, async (index) => {
			for (;;) {
				const won = await (index % 2 ? other : held.store).transaction(async (scope) => {
					const before = await scope.interactions.find(id);
					return before && scope.interactions.replace(before, { ...before, userId: `u${index}` });
				});
				if (won) return 1;
			}
		});
		expect(increments).toHaveLength(20);
		expect((await held.store.interactions.find(id))?.version).toBe(20);
	});
});
