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
const codes = (...digests: string[]): NewFactor => ({ id: fresh('codes'), type: 'BackupCode', digests });

onEachEngine('second factors', (held) => {
	const someone = async (...factors: NewFactor[]) => {
		const user = aUser();
		await held.store.users.insert(user);
		expect(await held.store.factors.keep(user.id, factors, now)).toEqual({ ok: true });
		return user.id;
	};

	it('are listed without anything secret, backup codes by how many are left', async () => {
		const userId = await someone(totp(), codes('a', 'b'), passkey());
		await held.store.factors.consumeBackupCode(userId, 'a', now);
		const listed = await held.store.factors.list(userId);
		expect(listed.map(({ type, remaining }) => [type, remaining])).toEqual(
			expect.arrayContaining([
				['Totp', undefined],
				['WebAuthn', undefined],
				['BackupCode', 1]
			])
		);
		expect(JSON.stringify(listed)).not.toContain('sealed');
	});

	it('take a time step once, whoever is first', async () => {
		const userId = await someone(totp(100));
		const { id = '' } = (await held.store.factors.findTotp(userId)) ?? {};
		const taken = await times(20, () => held.store.factors.takeTotpStep(id, 101, now));
		expect(taken.filter(Boolean)).toHaveLength(1);
		expect(await held.store.factors.takeTotpStep(id, 100, now)).toBe(false);
		expect(await held.store.factors.takeTotpStep(id, 102, now)).toBe(true);
	});

	it('do not take the step whose code set the app up', async () => {
		const userId = await someone(totp(100));
		const { id = '' } = (await held.store.factors.findTotp(userId)) ?? {};
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
		await held.store.factors.keep(userId, [codes('b')], now);
		expect(await held.store.factors.consumeBackupCode(userId, 'a', now)).toBeUndefined();
		expect(await held.store.factors.consumeBackupCode(userId, 'b', now)).toBeDefined();
	});

	it('let a signature counter go forward only', async () => {
		const key = passkey(5);
		await someone(key);
		const advanced = await times(10, () => held.store.factors.advanceCounter(key.id, 6, now));
		expect(advanced.filter(Boolean)).toHaveLength(1);
		expect(await held.store.factors.advanceCounter(key.id, 6, now)).toBe(false);
		expect(await held.store.factors.advanceCounter(key.id, 4, now)).toBe(false);
		expect(await held.store.factors.advanceCounter(key.id, 0, now)).toBe(false);
		expect(await held.store.factors.findPasskey(key.credentialId)).toMatchObject({
			counter: 6,
			transports: ['internal']
		});
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

	it('are gone with their account: who gets its number later inherits nothing', async () => {
		const key = passkey();
		const userId = await someone(totp(), codes('a'), key);
		await held.store.users.remove(userId);
		expect(await held.store.factors.list(userId)).toEqual([]);
		expect(await held.store.factors.findPasskey(key.credentialId)).toBeUndefined();
		expect(await held.store.factors.consumeBackupCode(userId, 'a', now)).toBeUndefined();
	});

	it('remember what their owner chose', async () => {
		const userId = await someone();
		await held.store.factors.choose(userId, { skipped: true });
		expect(await held.store.users.find(userId)).toMatchObject({ factorChoices: { skipped: true } });
	});
});
