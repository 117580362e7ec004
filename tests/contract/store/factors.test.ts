import { expect, it } from 'vitest';
import type { NewFactor } from '../../../src/lib/server/core/factor.ts';
import { aUser, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const totp = (lastStep = 100): NewFactor => ({ id: fresh('totp'), type: 'Totp', sealedSecret: 'sealed', lastStep });
const passkey = (counter = 5): Extract<NewFactor, { type: 'WebAuthn' }> => ({
	id: fresh('passkey'),
	type: 'WebAuthn',
	credentialId: fresh('credential'),
	publicKey: 'key',
	counter,
	transports: ['internal'],
	rpId: 'localhost'
});
const codes = (...digests: string[]): NewFactor => ({
	id: fresh('codes'),
	type: 'BackupCode',
	digests,
	replaces: false
});

onEachEngine('second factors', (held) => {
	const holder = async (userId: string) => {
		const found = await held.store.factors.findHolder(userId);
		if (!found) throw new Error('nobody of this id');
		return found;
	};
	const someone = async (...factors: NewFactor[]) => {
		const user = aUser();
		await held.store.users.insert(user);
		expect(await held.store.factors.keep(user.id, factors, now)).toEqual({ ok: true });
		return user.id;
	};

	it('are listed without anything secret, backup codes by how many are left', async () => {
		const userId = await someone(totp(), codes('a', 'b'), passkey());
		await held.store.factors.consumeBackupCode(userId, 'a', now);
		const { factors, user, totp: app, passkeys } = await holder(userId);
		expect(user.id).toBe(userId);
		expect([app?.sealedSecret, passkeys.length]).toEqual(['sealed', 1]);
		expect(factors.map(({ type, remaining }) => [type, remaining])).toEqual(
			expect.arrayContaining([
				['Totp', undefined],
				['WebAuthn', undefined],
				['BackupCode', 1]
			])
		);
		expect(JSON.stringify(factors)).not.toContain('sealed');
	});

	it('take a time step once, whoever is first', async () => {
		const userId = await someone(totp(100));
		const { id = '' } = (await holder(userId)).totp ?? {};
		const taken = await times(20, () => held.store.factors.takeTotpStep(id, 101, now));
		expect(taken.filter(Boolean)).toHaveLength(1);
		expect(await held.store.factors.takeTotpStep(id, 100, now)).toBe(false);
		expect(await held.store.factors.takeTotpStep(id, 102, now)).toBe(true);
	});

	it('do not take the step whose code set the app up', async () => {
		const userId = await someone(totp(100));
		const { id = '' } = (await holder(userId)).totp ?? {};
		expect(await held.store.factors.takeTotpStep(id, 100, now)).toBe(false);
	});

	it('use up a backup code once, whoever is first, and for its account only', async () => {
		const userId = await someone(totp(), codes('a', 'b'));
		const other = await someone(totp(), codes('c'));
		expect(await held.store.factors.consumeBackupCode(other, 'a', now)).toBeUndefined();
		const used = await times(20, () => held.store.factors.consumeBackupCode(userId, 'a', now));
		expect(used.filter((id) => id !== undefined)).toHaveLength(1);
	});

	it('replace old backup codes by new ones', async () => {
		const userId = await someone(totp(), codes('a'));
		const again = { ...codes('b'), replaces: true } as NewFactor;
		expect(await held.store.factors.keep(userId, [again], now)).toEqual({ ok: true });
		expect(await held.store.factors.consumeBackupCode(userId, 'a', now)).toBeUndefined();
		expect(await held.store.factors.consumeBackupCode(userId, 'b', now)).toBeDefined();
	});

	it('let a signature counter go forward only', async () => {
		const key = passkey(5);
		const userId = await someone(key);
		const advanced = await times(10, () => held.store.factors.advanceCounter(key.id, 6, now));
		expect(advanced.filter(Boolean)).toHaveLength(1);
		expect(await held.store.factors.advanceCounter(key.id, 6, now)).toBe(false);
		expect(await held.store.factors.advanceCounter(key.id, 4, now)).toBe(false);
		expect(await held.store.factors.advanceCounter(key.id, 0, now)).toBe(false);
		expect((await holder(userId)).passkeys).toEqual([
			expect.objectContaining({ credentialId: key.credentialId, counter: 6, transports: ['internal'] })
		]);
	});

	it('let an authenticator that never counts be used again', async () => {
		const key = passkey(0);
		await someone(key);
		expect(await held.store.factors.advanceCounter(key.id, 0, now)).toBe(true);
		expect(await held.store.factors.advanceCounter(key.id, 0, now + 1)).toBe(true);
	});

	it('hold one app an account, and one owner a passkey', async () => {
		const key = passkey();
		const userId = await someone(totp(), key);
		expect(await held.store.factors.keep(userId, [totp()], now)).toEqual({ ok: false, taken: 'Totp' });
		const other = await someone();
		const same = { ...key, id: fresh('passkey') };
		expect(await held.store.factors.keep(other, [same], now)).toEqual({ ok: false, taken: 'WebAuthn' });
	});

	it('tell whose a passkey is, by what its authenticator calls it', async () => {
		const key = passkey();
		const userId = await someone(totp(), passkey(), key);
		const found = await held.store.factors.findPasskey(key.credentialId);
		expect(found).toMatchObject({ user: { id: userId }, passkey: { factorId: key.id, publicKey: 'key' } });
		expect(await held.store.factors.findPasskey(fresh('credential'))).toBeUndefined();
	});

	it('are gone with their account: who gets its number later inherits nothing', async () => {
		const key = passkey();
		const userId = await someone(totp(), codes('a'), key);
		await held.store.users.remove(userId);
		expect(await held.store.factors.findHolder(userId)).toBeUndefined();
		expect(await held.store.factors.consumeBackupCode(userId, 'a', now)).toBeUndefined();
		const heir = await someone(key);
		expect((await holder(heir)).passkeys).toHaveLength(1);
	});

	it('are found together with the interaction that knows their owner', async () => {
		const userId = await someone(totp(), passkey(), codes('a', 'b', 'c'));
		const id = fresh('interaction');
		await held.store.oidc.upsertInteraction(id, 'shop', {}, now + 1000);
		const before = await held.store.interactions.find(id);
		if (!before) throw new Error('no interaction');
		expect(await held.store.interactions.findWithFactors(id)).toBeUndefined();
		await held.store.interactions.replace(before, { ...before, userId });
		const found = await held.store.interactions.findWithFactors(id);
		expect(found?.interaction).toMatchObject({ id, userId, version: before.version + 1 });
		expect(found?.holder.factors.find(({ type }) => type === 'BackupCode')?.remaining).toBe(3);
	});

	it('can be taken away all at once', async () => {
		const userId = await someone(totp(), passkey(), codes('a'));
		expect(await held.store.factors.removeAll(userId)).toBe(3);
		expect((await holder(userId)).factors).toEqual([]);
		expect(await held.store.factors.consumeBackupCode(userId, 'a', now)).toBeUndefined();
	});

	it('remember what their owner chose', async () => {
		const userId = await someone();
		await held.store.factors.choose(userId, { skipped: true });
		expect(await held.store.users.find(userId)).toMatchObject({ factorChoices: { skipped: true } });
	});
});
