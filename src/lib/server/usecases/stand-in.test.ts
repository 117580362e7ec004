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
const of = (name: string) => standInFor(services, { type: 'username', value: name });

describe('a name that nobody has', () => {
	it('costs what the passwords of members cost, as often as theirs do', async () => {
		for (const digest of [imported, imported, imported, ours, undefined]) await register(digest);
		const drawn = await Promise.all(Array.from({ length: 400 }, (_, index) => of(`stranger${index}`)));
		const share = drawn.filter((digest) => digest?.algorithm === 'Bcrypt').length / 400;
		expect(share).toBeGreaterThan(0.65);
		expect(share).toBeLessThan(0.85);
		expect(drawn).toContainEqual(ours);
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
