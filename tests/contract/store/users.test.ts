import { expect, it } from 'vitest';
import type { NewFactor } from '../../../src/lib/server/core/factor.ts';
import { anInteraction, aUser, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

onEachEngine('accounts', (held) => {
	it('are found by id and by each identifier', async () => {
		const { users } = held.store;
		const user = aUser({
			username: fresh('ada'),
			primaryEmail: `${fresh('ada')}@example.com`,
			primaryPhone: fresh('86'),
			name: 'Ada',
			avatar: 'https://example.com/a.png',
			profile: { givenName: 'Ada' },
			customData: { plan: 'pro' },
			terms: { termsOfUseUrl: 'https://shop.example/terms', at: now },
			applicationId: 'shop',
			lastSignInAt: now
		});
		expect(await users.insert(user)).toEqual({ ok: true });
		expect(await users.find(user.id)).toEqual(user);
		expect(await users.findByIdentifier({ type: 'username', value: user.username ?? '' })).toEqual(user);
		expect(await users.findByIdentifier({ type: 'email', value: user.primaryEmail ?? '' })).toEqual(user);
		expect(await users.findByIdentifier({ type: 'phone', value: user.primaryPhone ?? '' })).toEqual(user);
		expect(await users.findByIdentifier({ type: 'email', value: user.username ?? '' })).toBeUndefined();
		expect(await users.find('nobody')).toBeUndefined();
	});

	it('leave nothing behind when an identifier is taken, and say which', async () => {
		const { users } = held.store;
		const phone = fresh('86');
		await users.insert(aUser({ primaryPhone: phone }));
		const second = aUser({ primaryPhone: phone, primaryEmail: `${fresh('free')}@example.com` });
		expect(await users.insert(second)).toEqual({ ok: false, taken: 'phone' });
		expect(await users.find(second.id)).toBeUndefined();
		expect(await users.findByIdentifier({ type: 'email', value: second.primaryEmail ?? '' })).toBeUndefined();
	});

	it('that lose inside a transaction leave the rest of it alive', async () => {
		const email = `${fresh('ada')}@example.com`;
		await held.store.users.insert(aUser({ primaryEmail: email }));
		const winner = aUser({ primaryEmail: `${fresh('bob')}@example.com` });
		const answer = await held.store.transaction(async (scope) => {
			const lost = await scope.users.insert(aUser({ primaryEmail: email }));
			await scope.users.insert(winner);
			return lost;
		});
		expect(answer).toEqual({ ok: false, taken: 'email' });
		expect(await held.store.users.find(winner.id)).toEqual(winner);
	});

	it('of one phone number are one, when 20 are made at once from two processes', async () => {
		const other = await held.openAnother();
		for (let round = 0; round < 3; round++) {
			const phone = fresh('86');
			const answers = await times(20, (index) =>
				(index % 2 ? other : held.store).transaction((scope) =>
					scope.users.insert(aUser({ primaryPhone: phone, primaryEmail: `${phone}@example.com`, name: phone }))
				)
			);
			expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
			expect(await held.store.users.list({ search: phone, limit: 50, offset: 0 })).toHaveLength(1);
		}
	});

	it('remember the last sign-in and the application of the first', async () => {
		const user = aUser();
		await held.store.users.insert(user);
		const sign = (applicationId: string, at: number) =>
			held.store.users.signedIn(user.id, { applicationId, lastChangedAt: undefined, at });
		expect(await sign('first', now + 1)).toEqual({ ok: true });
		expect(await sign('second', now + 2)).toEqual({ ok: true });
		expect(await held.store.users.find(user.id)).toEqual({ ...user, applicationId: 'first', lastSignInAt: now + 2 });
	});

	it('keep what was agreed to last', async () => {
		const user = aUser();
		await held.store.users.insert(user);
		expect((await held.store.users.find(user.id))?.terms).toBeUndefined();
		for (const at of [now, now + 1]) {
			const terms = { privacyPolicyUrl: `https://shop.example/${at}`, at };
			await held.store.users.signedIn(user.id, { applicationId: 'shop', lastChangedAt: undefined, terms, at });
			expect((await held.store.users.find(user.id))?.terms).toEqual(terms);
		}
	});

	it('get what they lack with a sign-in, and never somebody else’s', async () => {
		const { users } = held.store;
		const [user, other] = [aUser(), aUser({ primaryPhone: fresh('86') })];
		for (const one of [user, other]) await users.insert(one);
		const passwordDigest = { algorithm: 'Argon2id', digest: 'digest' } as const;
		const sign = { applicationId: 'shop', lastChangedAt: undefined, at: now + 1 };
		const adds = { username: fresh('ada'), passwordDigest };
		expect(await users.signedIn(user.id, { ...sign, adds })).toEqual({ ok: true });
		const complete = await users.findWithPassword({ id: user.id });
		expect(complete?.user).toMatchObject({ username: adds.username, lastSignInAt: now + 1, updatedAt: now + 1 });
		expect(complete?.digest).toEqual(passwordDigest);
		// There is a password by now.
		expect(await users.signedIn(user.id, { ...sign, adds })).toEqual({ ok: false, taken: undefined });
		const again = { ...sign, lastChangedAt: now + 1 };
		const { primaryPhone } = other;
		expect(await users.signedIn(user.id, { ...again, adds: { primaryPhone } })).toEqual({ ok: false, taken: 'phone' });
		// A name of its own by now: that is nobody else's.
		for (const username of [adds.username, fresh('second')]) {
			expect(await users.signedIn(user.id, { ...again, adds: { username } })).toEqual({ ok: false, taken: undefined });
		}
	});

	it('are not signed in once suspended, or on a password that was changed meanwhile', async () => {
		const { users } = held.store;
		const user = aUser();
		await users.insert(user);
		const sign = (lastChangedAt: number | undefined) =>
			users.signedIn(user.id, { applicationId: 'shop', lastChangedAt, at: now + 9 });
		await users.resetPassword(
			user.id,
			{ algorithm: 'Argon2id', digest: 'd' },
			{ lastChangedAt: undefined, at: now + 1 }
		);
		expect(await sign(undefined)).toEqual({ ok: false });
		expect(await sign(now + 1)).toEqual({ ok: true });
		await users.setSuspended(user.id, true, now + 2);
		expect(await sign(now + 1)).toEqual({ ok: false });
	});

	it('remember the first application that they agreed to, unless they came from one', async () => {
		const { users } = held.store;
		const [imported, known] = [aUser(), aUser({ applicationId: 'first' })];
		for (const user of [imported, known]) {
			await users.insert(user);
			await users.metApplication(user.id, 'third-party');
		}
		expect(await users.find(imported.id)).toEqual({ ...imported, applicationId: 'third-party' });
		expect(await users.find(known.id)).toEqual(known);
	});

	it('are listed newest first, in pages, by a part of a name or identifier', async () => {
		const { users } = held.store;
		const mark = fresh('mark');
		const named = aUser({ name: `X ${mark.toUpperCase()} 100%`, createdAt: now + 3 });
		const mailed = aUser({ primaryEmail: `${mark}@example.com`, createdAt: now + 2 });
		const phoned = aUser({ primaryPhone: `86${mark}`, createdAt: now + 1 });
		for (const user of [phoned, named, mailed]) await users.insert(user);
		expect(await users.list({ search: mark, limit: 10, offset: 0 })).toEqual([named, mailed, phoned]);
		expect(await users.list({ search: mark, limit: 1, offset: 1 })).toEqual([mailed]);
		expect(await users.list({ search: `${mark} 100%`, limit: 10, offset: 0 })).toEqual([named]);
		expect(await users.list({ search: `${mark.slice(0, 4)}_%`, limit: 10, offset: 0 })).toEqual([]);
		expect((await users.list({ limit: 2, offset: 0 }))[0]).toEqual(named);
	});

	it('take a new password only while the one that it replaces is in force', async () => {
		const { users } = held.store;
		const digest = { algorithm: 'Argon2id', digest: 'digest' } as const;
		const { id } = aUser();
		await users.insert(aUser({ id }));
		expect(await users.resetPassword(id, digest, { lastChangedAt: now - 1, at: now + 1 })).toBe(false);
		expect(await users.resetPassword(id, digest, { lastChangedAt: undefined, at: now + 1 })).toBe(true);
		expect(await users.resetPassword(id, digest, { lastChangedAt: undefined, at: now + 2 })).toBe(false);
		expect(await users.resetPassword(id, digest, { lastChangedAt: now + 1, at: now + 2 })).toBe(true);
		expect(await users.resetPassword(id, digest, { lastChangedAt: now + 1, at: now + 3 })).toBe(false);
		expect((await users.find(id))?.password?.updatedAt).toBe(now + 2);
	});

	it('start the sign-in over that gave a new password, and those that were submitted with the old one', async () => {
		const { users, interactions, oidc } = held.store;
		const { id } = aUser();
		await users.insert(aUser({ id }));
		const [own, submitted, strangers] = [
			await anInteraction(held.store),
			await anInteraction(held.store),
			await anInteraction(held.store)
		];
		await interactions.replace(submitted, { ...submitted, userId: id }, { login: { accountId: id } });
		await interactions.replace(strangers, { ...strangers, userId: 'eve' }, { login: { accountId: 'eve' } });
		const digest = { algorithm: 'Argon2id', digest: 'digest' } as const;
		const when = { lastChangedAt: undefined, at: now + 1 };
		const late = held.store.transaction((scope) =>
			scope.users.resetPassword(id, digest, { ...when, startOver: { id: own.id, version: 7 } }).then((isReset) => {
				expect(isReset).toBe(false);
				throw new Error('taken back');
			})
		);
		await expect(late).rejects.toThrow('taken back');
		const startOver = { ...own, isShared: true } as const;
		expect(await users.resetPassword(id, digest, { ...when, startOver })).toBe(true);
		expect(await interactions.find(own.id)).toEqual({ ...startOver, version: 1 });
		expect(await interactions.find(submitted.id)).toEqual({ ...submitted, version: 2 });
		expect((await interactions.find(strangers.id))?.userId).toBe('eve');
		expect((await oidc.findInteraction(submitted.id, now))?.result).toBeUndefined();
		expect((await oidc.findInteraction(strangers.id, now))?.result).toBeDefined();
	});

	it('lose a password with all that it has opened, but for the sign-in that takes it away', async () => {
		const { users, oidc } = held.store;
		const { id } = aUser();
		await users.insert(aUser({ id }));
		const [kept, ended] = [fresh('kept'), fresh('ended')];
		const keep = { interactionId: kept, sessionUid: kept };
		const sign = (lastChangedAt: number) =>
			users.signedIn(id, { applicationId: 'shop', removesPassword: true, lastChangedAt, at: now + 2, keep });
		expect(await sign(now + 1)).toEqual({ ok: false });
		const digest = { algorithm: 'Argon2id', digest: 'digest' } as const;
		await users.resetPassword(id, digest, { lastChangedAt: undefined, at: now + 1 });
		for (const uid of [kept, ended]) {
			await oidc.upsert('Session', uid, { uid, accountId: id }, now);
			await oidc.upsertInteraction(uid, 'shop', {}, now + 1000);
			await held.store.interactions.setResult(uid, { login: { accountId: id } });
		}
		expect(await sign(now)).toEqual({ ok: false });
		expect(await sign(now + 1)).toEqual({ ok: true });
		expect((await users.findWithPassword({ id }))?.digest).toBeUndefined();
		expect(await users.find(id)).toMatchObject({ password: undefined, passwordRemovedAt: now + 2 });
		const left = async (uid: string) => [
			(await oidc.findByUid(uid)) !== undefined,
			(await oidc.findInteraction(uid, now))?.result !== undefined
		];
		expect([await left(kept), await left(ended)]).toEqual([
			[true, true],
			[false, false]
		]);
	});

	it('lose the second factors of whoever knew the password with it, by a sign-in and by a recovery', async () => {
		const { users, factors } = held.store;
		const digest = { algorithm: 'Argon2id', digest: 'digest' } as const;
		const when = { lastChangedAt: now + 1, at: now + 2, removesFactors: true } as const;
		const ends: ((id: string) => Promise<unknown>)[] = [
			(id) => users.signedIn(id, { applicationId: 'shop', removesPassword: true, lastChangedAt: now + 1, at: now + 2 }),
			(id) => users.resetPassword(id, digest, when)
		];
		for (const end of ends) {
			const [{ id }, other] = [aUser(), aUser()];
			for (const userId of [id, other.id]) {
				await users.insert(aUser({ id: userId }));
				await users.resetPassword(userId, digest, { lastChangedAt: undefined, at: now + 1 });
				const made: NewFactor[] = [
					{ id: fresh('app'), type: 'Totp', sealedSecret: 'sealed', lastStep: 1 },
					{ id: fresh('codes'), type: 'BackupCode', digests: ['a'], replaces: false }
				];
				await factors.keep(userId, made, now + 1);
				await factors.choose(userId, { enabled: false });
			}
			await end(id);
			expect(await factors.findHolder(id)).toMatchObject({ factors: [], user: { factorChoices: undefined } });
			expect(await factors.consumeBackupCode(id, 'a', now + 3)).toBeUndefined();
			expect((await factors.findHolder(other.id))?.factors).toHaveLength(2);
		}
	});

	it('can be suspended and let in again', async () => {
		const user = aUser();
		await held.store.users.insert(user);
		expect(await held.store.users.setSuspended(user.id, true, now + 5)).toBe(true);
		expect(await held.store.users.find(user.id)).toMatchObject({ isSuspended: true, updatedAt: now + 5 });
		await held.store.users.setSuspended(user.id, false, now + 6);
		expect(await held.store.users.find(user.id)).toMatchObject({ isSuspended: false });
		expect(await held.store.users.setSuspended('nobody', true, now)).toBe(false);
	});

	it('go with their identifiers and sessions, and the identifiers are free again', async () => {
		const { users, oidc } = held.store;
		const user = aUser({ primaryPhone: fresh('86') });
		await users.insert(user);
		await oidc.upsert('Session', fresh('session'), { uid: user.id, accountId: user.id }, now);
		expect(await users.remove(user.id)).toBe(true);
		expect(await users.remove(user.id)).toBe(false);
		expect(await oidc.findByUid(user.id)).toBeUndefined();
		expect(await users.insert(aUser({ primaryPhone: user.primaryPhone }))).toEqual({ ok: true });
	});

	it('have one picture each, shown while their avatar names it, and gone with them', async () => {
		const { store } = held;
		const user = aUser();
		await store.users.insert(user);
		const picture = () => ({
			id: fresh('picture'),
			type: 'image/webp' as const,
			bytes: Buffer.from('drawn'),
			createdAt: now
		});
		const named = (id: string) =>
			store.users.update(user.id, { avatar: `https://id.example/pictures/${id}.webp` }, now);
		const [first, second] = [picture(), picture()];
		await store.pictures.put(user.id, first);
		expect(await store.pictures.find(first.id)).toBeUndefined();
		await named(first.id);
		expect(await store.pictures.find(first.id)).toEqual({ type: 'image/webp', bytes: Buffer.from('drawn') });
		await store.pictures.put(user.id, second);
		expect(await store.pictures.find(first.id)).toBeUndefined();
		await named(second.id);
		await store.sweep(now);
		expect(await store.pictures.find(second.id)).toBeDefined();
		await store.users.update(user.id, { avatar: null }, now);
		let sweeping: Promise<unknown> | undefined;
		const third = picture();
		await store.transaction(async (scope) => {
			await scope.pictures.put(user.id, third);
			await scope.users.update(user.id, { avatar: `https://id.example/pictures/${third.id}.webp` }, now);
			sweeping = store.sweep(now);
			// Long enough for the sweep to come to the picture that it sees before this ends.
			for (let read = 0; read < 200; read++) await scope.users.find(user.id);
		});
		await sweeping;
		expect(await store.pictures.find(third.id)).toBeDefined();
		await store.users.update(user.id, { avatar: null }, now);
		await store.sweep(now);
		await named(third.id);
		expect(await store.pictures.find(third.id)).toBeUndefined();
		await named(second.id);
		expect(await store.pictures.find(second.id)).toBeUndefined();
		await store.pictures.put(user.id, second);
		await store.users.remove(user.id);
		expect(await store.pictures.find(second.id)).toBeUndefined();
	});
});
