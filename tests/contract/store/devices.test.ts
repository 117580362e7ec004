import { expect, it } from 'vitest';
import type { Device, NewDevice } from '../../../src/lib/server/core/device.ts';
import { aUser, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const day = 24 * 60 * 60 * 1000;
const aDevice = (trustedUntil?: number): NewDevice & Pick<Device, 'trustedAt' | 'trustedUntil'> => ({
	id: fresh('device'),
	digest: fresh('digest'),
	userAgent: 'a browser',
	trustedAt: trustedUntil && now,
	trustedUntil
});

onEachEngine('devices', (held) => {
	const someone = async () => {
		const user = aUser();
		await held.store.users.insert(user);
		return user.id;
	};
	const remember = async (userId: string, device = aDevice(), at = now) => {
		expect(await held.store.devices.keep(userId, device, { replaces: undefined, at })).toBe(true);
		return device;
	};

	it('are found by their account and what it was given alone', async () => {
		const [userId, other] = [await someone(), await someone()];
		const { digest, ...device } = await remember(userId, aDevice(now + day));
		expect(await held.store.devices.find(userId, { id: '', digest })).toEqual({
			digest,
			...device,
			createdAt: now,
			lastUsedAt: now
		});
		expect(await held.store.devices.find(other, { id: device.id, digest })).toBeUndefined();
		expect(await held.store.devices.find(userId, { id: 'another', digest: 'another' })).toBeUndefined();
	});

	it('are given something new at every use, one of many', async () => {
		const userId = await someone();
		const device = await remember(userId);
		const replaces = { ...device, heldDigest: device.digest };
		const answers = await times(50, () => held.store.devices.keep(userId, aDevice(), { replaces, at: now + 1 }));
		expect(answers.filter(Boolean)).toHaveLength(1);
		expect(await held.store.devices.find(userId, { id: '', digest: device.digest })).toBeUndefined();
		const found = await held.store.devices.find(userId, device);
		expect(found).toMatchObject({ id: device.id, previousDigest: device.digest });
		expect(found?.digest).not.toBe(device.digest);
		expect(await held.store.devices.list(userId)).toMatchObject([
			{ id: device.id, createdAt: now, lastUsedAt: now + 1 }
		]);
	});

	it('keep what was shown, however often what came instead was lost', async () => {
		const userId = await someone();
		const device = await remember(userId);
		const heldDigest = device.digest;
		for (const at of [now + 1, now + 2]) {
			const { digest } = (await held.store.devices.find(userId, device))!;
			const given = aDevice();
			const replaces = { id: device.id, digest, heldDigest };
			expect(await held.store.devices.keep(userId, given, { replaces, at })).toBe(true);
			const found = await held.store.devices.find(userId, device);
			expect(found).toMatchObject({ digest: given.digest, previousDigest: heldDigest });
			expect(await held.store.devices.keep(userId, aDevice(), { replaces, at })).toBe(false);
		}
	});

	it('are forgotten once when a copy is found, and not when they hold something else by then', async () => {
		const userId = await someone();
		const device = await remember(userId, aDevice(now + day));
		const [found] = await held.store.devices.list(userId);
		expect(await held.store.devices.removeCopied(userId, { id: device.id, digest: 'another' })).toBe(false);
		const answers = await times(50, () => held.store.devices.removeCopied(userId, found!));
		expect(answers.filter(Boolean)).toHaveLength(1);
	});

	it('are listed by their last use, and forgotten one by one or together', async () => {
		const userId = await someone();
		const first = await remember(userId);
		const second = await remember(userId, aDevice(), now + 1);
		expect((await held.store.devices.list(userId)).map(({ id }) => id)).toEqual([second.id, first.id]);
		expect(await held.store.devices.remove(await someone(), first.id)).toBe(false);
		expect(await held.store.devices.remove(userId, first.id)).toBe(true);
		expect(await held.store.devices.removeAll(userId)).toBe(1);
		expect(await held.store.devices.list(userId)).toEqual([]);
	});

	it('are forgotten with a new password, a suspension, and the factors', async () => {
		const digest = { algorithm: 'Argon2id' as const, digest: 'a digest' };
		const ends: ((id: string) => Promise<unknown>)[] = [
			(id) => held.store.users.resetPassword(id, digest, { lastChangedAt: undefined, at: now }),
			(id) => held.store.users.setSuspended(id, true, now),
			(id) => held.store.factors.removeAll(id)
		];
		for (const end of ends) {
			const userId = await someone();
			await remember(userId, aDevice(now + day));
			await end(userId);
			expect(await held.store.devices.list(userId)).toEqual([]);
			await remember(userId, aDevice(), now + 1);
			expect(await held.store.devices.list(userId)).toHaveLength(1);
		}
	});

	it('are swept when neither use nor trust keeps them', async () => {
		const userId = await someone();
		await remember(userId, aDevice(), now - 90 * day);
		const used = await remember(userId, aDevice(), now - 89 * day);
		const trusted = await remember(userId, aDevice(now + day), now - 100 * day);
		await held.store.sweep(now);
		expect((await held.store.devices.list(userId)).map(({ id }) => id)).toEqual([used.id, trusted.id]);
	});
});
