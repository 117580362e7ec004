import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServices, standingAt, type TestServices } from '../../../../tests/support/test-services.ts';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import { standInFor } from './stand-in.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

const ours: PasswordDigest = { algorithm: 'Argon2id', digest: '$argon2id$ours' };
const imported: PasswordDigest = { algorithm: 'Bcrypt', digest: '$2b$12$imported' };

async function register(digest?: PasswordDigest) {
	const times = { createdAt: standingAt, updatedAt: standingAt };
	const user = { id: services.ids.userId(), profile: {}, customData: {}, isSuspended: false, ...times };
	await services.store.users.insert(user, digest);
}
const of = (name: string, store = services.store) =>
	standInFor({ ...services, store }, { type: 'username', value: name });
const names = Array.from({ length: 400 }, (_, index) => `stranger${index}`);
const argon2id = (parameters: string, salt: string): PasswordDigest => ({
	algorithm: 'Argon2id',
	digest: `$argon2id$v=19$${parameters}$${salt}$hash`
});
const isDear = (digest: PasswordDigest | undefined) => digest?.digest.includes('m=65536,t=3') === true;

describe('a name that nobody has', () => {
	it('costs what the passwords of members cost, as often as theirs do', async () => {
		for (const digest of [imported, imported, imported, ours, undefined]) await register(digest);
		const drawn = await Promise.all(names.map((name) => of(name)));
		const share = drawn.filter((digest) => digest?.algorithm === 'Bcrypt').length / 400;
		expect(share).toBeGreaterThan(0.65);
		expect(share).toBeLessThan(0.85);
		expect(drawn).toContainEqual(ours);
	});

	it('costs as much as members of one algorithm do, whose parameters differ', async () => {
		await register(argon2id('m=65536,t=3,p=4', 'dear'));
		for (const salt of ['a', 'b', 'c']) await register(argon2id('m=19456,t=2,p=1', salt));
		const drawn = await Promise.all(names.map((name) => of(name)));
		const share = drawn.filter(isDear).length / names.length;
		expect(share).toBeGreaterThan(0.15);
		expect(share).toBeLessThan(0.35);
	});

	it('rarely costs otherwise once members have come', async () => {
		const join = async (salt: string) => {
			await register(argon2id('m=65536,t=3,p=4', salt));
			await register(argon2id('m=19456,t=2,p=1', salt));
		};
		for (const salt of ['e', 'c', 'a', 'd', 'b']) await join(salt);
		const before = await Promise.all(names.map((name) => of(name)));
		await register(argon2id('m=19456,t=2,p=1', 'f'));
		const store = { ...services.store, users: { ...services.store.users } };
		const after = await Promise.all(names.map((name) => of(name, store)));
		const changed = names.filter((_, index) => isDear(before[index]) !== isDear(after[index]));
		expect(changed.length / names.length).toBeLessThan(0.1);
	});

	it('costs the same whenever it is tried', async () => {
		for (const digest of [imported, ours]) await register(digest);
		for (const name of ['eve', 'mallory', 'trudy']) expect(await of(name)).toEqual(await of(name));
	});

	it('has no stand-in where nobody has a password', async () => {
		await register();
		expect(await of('eve')).toBeUndefined();
	});
});
