import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/lib/server/store/database.ts';
import { migrateStore, NewerDatabase, pendingMigrations } from '../../../src/lib/server/store/migrate.ts';
import { openStore } from '../../../src/lib/server/store/open.ts';
import { statementCount } from '../../../src/lib/server/store/statement-count.ts';
import { createPlace, secret, silent, whenThere, type Engine } from './engines.ts';
import { anInteraction } from './fixtures.ts';
import { start } from './start.ts';

const migrate = `
	import { migrateStore } from '../../../src/lib/server/store/migrate.ts';
	console.log(JSON.stringify(await migrateStore(process.argv[1])));
`;

async function withPlace(engine: Engine, run: (url: string) => Promise<void>): Promise<void> {
	const place = await createPlace(engine);
	try {
		await run(place.url);
	} finally {
		await place.remove();
	}
}

for (const engine of ['sqlite', 'postgres'] as const) {
	whenThere(engine, `bringing an empty database up to date (${engine})`, () => {
		it('runs what is missing once, and says so', () =>
			withPlace(engine, async (url) => {
				const pending = await pendingMigrations(url);
				expect(pending).toContain('0001-tables');
				expect(await migrateStore(url)).toEqual(pending);
				expect(await migrateStore(url)).toEqual([]);
				expect(await pendingMigrations(url)).toEqual([]);
			}));

		it('says that a newer Foyer wrote it, and touches nothing', () =>
			withPlace(engine, async (url) => {
				await migrateStore(url);
				const db = openDatabase({ url });
				await sql`insert into migration (name, timestamp) values ('9999-later', '2026-01-31')`.execute(db);
				await db.destroy();
				await expect(migrateStore(url)).rejects.toThrow(/newer Foyer.* 9999-later/);
				await expect(pendingMigrations(url)).rejects.toThrow(NewerDatabase);
			}));

		it('keeps what is stored', () =>
			withPlace(engine, async (url) => {
				await migrateStore(url);
				const store = await openStore({ url, secret, log: silent });
				const { id } = await anInteraction(store);
				await migrateStore(url);
				expect(await store.interactions.find(id)).toMatchObject({ id });
				await store.close();
			}));

		it('lets one of three callers in one process do it', () =>
			withPlace(engine, async (url) => {
				const answers = await Promise.all([migrateStore(url), migrateStore(url), migrateStore(url)]);
				expect(answers.flat().toSorted()).toEqual([...new Set(answers.flat())].toSorted());
				expect(await pendingMigrations(url)).toEqual([]);
			}));

		it('lets one of three starting processes do it', { timeout: 30_000 }, () =>
			withPlace(engine, async (url) => {
				const starters = [start(migrate, url), start(migrate, url), start(migrate, url)];
				expect(await Promise.all(starters.map(({ ended }) => ended))).toEqual([0, 0, 0]);
				const names = starters.flatMap(({ lines }) => JSON.parse(lines[0] ?? '') as string[]);
				expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
				expect(names).toContain('0001-tables');
			})
		);
	});
}

whenThere('postgres', 'a database that others use, too (postgres)', () => {
	it('is brought up to date while tables of theirs come and go', () =>
		withPlace('postgres', async (url) => {
			let isDone = false;
			const others = [0, 1, 2].map(async () => {
				while (!isDone) {
					const theirs = await createPlace('postgres');
					await migrateStore(theirs.url);
					await theirs.remove();
				}
			});
			const startOften = async () => {
				for (let starts = 0; starts < 12; starts++) await migrateStore(url);
			};
			await startOften().finally(() => (isDone = true));
			await Promise.all(others);
		}));
});

describe('opening a store', () => {
	it('refuses an address of no engine that it knows', async () => {
		await expect(openStore({ url: 'mysql://x', secret, log: silent })).rejects.toThrow(/DATABASE_URL/);
	});

	it('commits durably, enforces foreign keys and reads beside a writer on SQLite', () =>
		withPlace('sqlite', async (url) => {
			const db = openDatabase({ url });
			const read = async (name: string) =>
				Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
			expect([await read('journal_mode'), await read('synchronous'), await read('foreign_keys')]).toEqual([
				'wal',
				2,
				1
			]);
			await db.destroy();
		}));

	it('counts the statements of the process', () =>
		withPlace('sqlite', async (url) => {
			const store = await openStore({ url, secret, log: silent });
			const before = statementCount();
			expect(await store.ping()).toBe(true);
			expect(statementCount() - before).toBe(1);
			await store.close();
			expect(await store.ping()).toBe(false);
		}));
});
