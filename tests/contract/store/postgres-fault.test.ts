import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { migrateStore } from '../../../src/lib/server/store/migrate.ts';
import { openStore } from '../../../src/lib/server/store/open.ts';
import { askServer } from '../../support/postgres.ts';
import { createPlace, secret, silent, whenThere } from './engines.ts';
import { anInteraction, times } from './fixtures.ts';

/** Stands between the store and PostgreSQL, and can stop passing anything on without closing. */
async function createLine(url: string) {
	const target = new URL(url);
	const hostname = target.hostname;
	const port = Number(target.port || 5432);
	const sockets = new Set<Socket>();
	let isStalled = false;
	const server = createServer((near) => {
		const far = connect(port, hostname);
		for (const [from, to] of [
			[near, far],
			[far, near]
		] as const) {
			sockets.add(from);
			from.on('data', (data) => isStalled || to.write(data));
			from.on('close', () => to.destroy());
			from.on('error', () => to.destroy());
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	target.port = String((server.address() as AddressInfo).port);
	target.hostname = '127.0.0.1';
	const name = `line-${target.port}`;
	target.searchParams.set('application_name', name);
	return {
		url: target.href,
		/** What the server knows our connections by. */
		name,
		stall: () => void (isStalled = true),
		resume: () => void (isStalled = false),
		cut: () => sockets.forEach((socket) => socket.destroy()),
		close() {
			sockets.forEach((socket) => socket.destroy());
			server.close();
		}
	};
}

whenThere('postgres', 'a PostgreSQL server in trouble', () => {
	async function withLine(run: (line: Awaited<ReturnType<typeof createLine>>) => Promise<void>): Promise<void> {
		const place = await createPlace('postgres');
		await migrateStore(place.url);
		const line = await createLine(place.url);
		try {
			await run(line);
		} finally {
			line.close();
			await place.remove();
		}
	}

	it('that stalls ends in an error within five seconds, for everybody who waits', { timeout: 40_000 }, () =>
		withLine(async (line) => {
			const store = await openStore({ url: line.url, secret, log: silent });
			const { id } = await anInteraction(store);
			line.stall();
			const startedAt = performance.now();
			const waiting = await Promise.allSettled([
				...Array.from({ length: 40 }, () => store.interactions.find(id)),
				store.transaction((scope) => scope.interactions.find(id))
			]);
			expect(waiting.every(({ status }) => status === 'rejected')).toBe(true);
			expect(performance.now() - startedAt).toBeLessThan(5500);
			expect(await store.ping()).toBe(false);

			line.resume();
			expect(await store.interactions.find(id)).toMatchObject({ id });
			await store.close();
		})
	);

	it('that stalls in the middle of a transaction ends it within five seconds', { timeout: 20_000 }, () =>
		withLine(async (line) => {
			const store = await openStore({ url: line.url, secret, log: silent });
			const before = await anInteraction(store);
			const startedAt = performance.now();
			const failing = store.transaction(async (scope) => {
				await scope.interactions.find(before.id);
				line.stall();
				return scope.interactions.replace(before, { ...before, userId: 'u1' });
			});
			await expect(failing).rejects.toThrow();
			expect(performance.now() - startedAt).toBeLessThan(5500);
			line.cut();
			line.resume();
			expect(await store.interactions.find(before.id)).toEqual(before);
			await store.close();
		})
	);

	it('that restarts costs the statements under way, and not the process', { timeout: 20_000 }, () =>
		withLine(async (line) => {
			const store = await openStore({ url: line.url, secret, log: silent });
			const before = await anInteraction(store);
			await times(10, () => store.interactions.find(before.id));
			const failing = store.transaction(async (scope) => {
				await scope.interactions.replace(before, { ...before, userId: 'u1' });
				await askServer(
					`select pg_terminate_backend(pid) from pg_stat_activity
					where state = 'idle in transaction' and application_name = '${line.name}'`
				);
				await new Promise((resolve) => setTimeout(resolve, 100));
				return scope.interactions.find(before.id);
			});
			await expect(failing).rejects.toThrow();
			line.cut();
			await new Promise((resolve) => setTimeout(resolve, 100));
			expect(await store.interactions.find(before.id)).toEqual(before);
			await store.close();
		})
	);
});
