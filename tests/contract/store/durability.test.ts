import { describe, expect, it } from 'vitest';
import { migrateStore } from '../../../src/lib/server/store/migrate.ts';
import { openStore } from '../../../src/lib/server/store/open.ts';
import { createPlace, secret, silent } from './engines.ts';
import { start } from './start.ts';

/** Prints an id only when the store has said that the account is written. */
const writer = `
	import { openStore } from '../../../src/lib/server/store/open.ts';
	const [url, round] = process.argv.slice(1);
	const log = { info() {}, warn() {}, error() {} };
	const store = await openStore({ url, secret: 'a secret for tests that is long enough', log });
	for (let count = 0; ; count++) {
		const id = 'user-' + round + '-' + count;
		const user = { id, primaryPhone: '86-' + id, profile: {}, customData: {}, isSuspended: false, createdAt: 1, updatedAt: 1 };
		await store.transaction((scope) => scope.users.insert(user));
		process.stdout.write(id + '\\n');
	}
`;

describe('a SQLite server that is killed while it writes', () => {
	it('has every account it acknowledged, whole, three times over', { timeout: 60_000 }, async () => {
		const place = await createPlace('sqlite');
		await migrateStore(place.url);
		const acknowledged: string[] = [];
		for (const round of ['1', '2', '3']) {
			const { child, lines, hasPrinted, ended } = start(writer, place.url, round);
			await hasPrinted(50);
			child.kill('SIGKILL');
			await ended;
			acknowledged.push(...lines);
		}
		const store = await openStore({ url: place.url, secret, log: silent });
		const found = await Promise.all(
			acknowledged.map((id) => store.users.findByIdentifier({ type: 'phone', value: `86-${id}` }))
		);
		expect(found.map((user) => user?.id)).toEqual(acknowledged);
		const all = await store.users.list({ limit: 100_000, offset: 0 });
		expect(all.every((user) => user.primaryPhone)).toBe(true);
		await store.close();
		await place.remove();
	});
});

describe('a SQLite file that another process is writing to', () => {
	it('makes a writer wait for its turn without stopping everything else', async () => {
		const place = await createPlace('sqlite');
		await migrateStore(place.url);
		const holder = await openStore({ url: place.url, secret, log: silent });
		const waiter = await openStore({ url: place.url, secret, log: silent });
		let ticks = 0;
		const clock = setInterval(() => (ticks += 1), 5);
		const held = holder.transaction(async () => new Promise((resolve) => setTimeout(resolve, 400)));
		const counted = await waiter.budgets.count([{ key: 'key', slice: 1, sent: 1, expiresAt: 1 }]);
		clearInterval(clock);
		await held;
		expect(counted.get('key')?.current).toBe(1);
		expect(ticks).toBeGreaterThan(5);
		await Promise.all([holder.close(), waiter.close()]);
		await place.remove();
	});
});
