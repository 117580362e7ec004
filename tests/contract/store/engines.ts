// Runs one suite on SQLite and on PostgreSQL, each with a fresh, migrated database that is gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openDatabase } from '../../../src/lib/server/store/database.ts';
import { migrateStore } from '../../../src/lib/server/store/migrate.ts';
import { openStore } from '../../../src/lib/server/store/open.ts';
import type { Log, Store } from '../../../src/lib/server/usecases/ports.ts';
import { askServer, isPostgresThere, postgresUrl } from '../../support/postgres.ts';

export const secret = 'a secret for tests that is long enough';
export const silent: Log = { info() {}, warn() {}, error() {} };

export type Engine = 'sqlite' | 'postgres';
export type Place = { url: string; remove(): Promise<void> };
export type TestStore = {
	engine: Engine;
	url: string;
	/** Opened before each suite, closed after it. */
	store: Store;
	/** Another store on the same database, as a second process would have. */
	openAnother(options?: { secret?: string; onStatement?: (sql: string) => void }): Promise<Store>;
	/** Every value of every table as one text. */
	dump(): Promise<string>;
};

const engines: Engine[] = ['sqlite', 'postgres'];
const hasPostgres = await isPostgresThere();

/** `define` gets a holder whose fields are there once the tests run. */
export function onEachEngine(situation: string, define: (held: TestStore) => void): void {
	for (const engine of engines) whenThere(engine, `${situation} (${engine})`, () => defineOn(engine, define));
}

/** For a suite that makes its own databases. */
export function whenThere(engine: Engine, situation: string, define: () => void): void {
	if (engine === 'sqlite' || hasPostgres) return void describe(situation, define);
	if (process.env.CI) {
		describe(
			situation,
			() => void it('needs PostgreSQL', () => Promise.reject(new Error(`no answer from ${postgresUrl}`)))
		);
		return;
	}
	console.log(`skipped: no PostgreSQL (${situation})`);
	describe.skip(situation, define);
}

function defineOn(engine: Engine, define: (held: TestStore) => void): void {
	const held = { engine } as TestStore;
	let place: Place;
	const opened: Store[] = [];
	const open: TestStore['openAnother'] = async (options) => {
		const store = await openStore({ url: place.url, secret, log: silent, ...options });
		opened.push(store);
		return store;
	};
	beforeAll(async () => {
		place = await createPlace(engine);
		await migrateStore(place.url);
		held.url = place.url;
		held.store = await open();
		held.openAnother = open;
		held.dump = () => dump(place.url);
	});
	afterAll(async () => {
		await Promise.all(opened.map((store) => store.close()));
		await place.remove();
	});
	define(held);
}

/** An empty database: a file in a folder of its own, or a schema of its own. */
export async function createPlace(engine: Engine): Promise<Place> {
	if (engine === 'sqlite') {
		const folder = mkdtempSync(join(tmpdir(), 'foyer-store-'));
		return {
			url: `file:${join(folder, 'data', 'foyer.db')}`,
			remove: async () => rmSync(folder, { recursive: true })
		};
	}
	const schema = `store_${process.pid}_${Date.now()}_${crypto.randomUUID().slice(0, 8)}`;
	await askServer(`create schema ${schema}`);
	return {
		url: `${postgresUrl}?options=${encodeURIComponent(`-c search_path=${schema}`)}`,
		remove: () => askServer(`drop schema ${schema} cascade`)
	};
}

async function dump(url: string): Promise<string> {
	const db = openDatabase({ url });
	try {
		const tables = await db.introspection.getTables();
		const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
		return JSON.stringify(rows.map((result) => result.rows));
	} finally {
		await db.destroy();
	}
}
