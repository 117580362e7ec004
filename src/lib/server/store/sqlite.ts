// Kysely on `node:sqlite`: one connection, durable commits, and no wait for a lock that holds up the event loop.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';

/** How long SQLite itself waits, blocking, for another process's lock; between such waits other work goes on. */
const blockingWaitMs = 20;
const pauseMs = 10;
const patienceMs = 4_500;
const mostStatements = 300;

export function createSqliteDialect(path: string, hear: (sql: string) => void): Dialect {
	return {
		createAdapter: () => new TransactionalSqliteAdapter(),
		createDriver: () => createDriver(path, hear),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler()
	};
}

/** Makes Kysely run all migrations in one transaction, which is also what keeps a second starter waiting. */
class TransactionalSqliteAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

function createDriver(path: string, hear: (sql: string) => void): Driver {
	let database: DatabaseSync | undefined;
	let connection: DatabaseConnection | undefined;
	const run = (connection: DatabaseConnection, sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
	return {
		async init() {
			database = await retryWhileBusy(() => openFile(path));
			connection = createConnection(database, hear);
		},
		async acquireConnection() {
			if (!connection) throw new Error('The database is closed.');
			return connection;
		},
		// Taking the write lock first: a transaction that reads and then writes could otherwise fail half-way.
		beginTransaction: async (connection) => void (await run(connection, 'begin immediate')),
		commitTransaction: async (connection) => void (await run(connection, 'commit')),
		rollbackTransaction: async (connection) => void (await run(connection, 'rollback')),
		async releaseConnection() {},
		async destroy() {
			connection = undefined;
			database?.close();
		}
	};
}

function openFile(path: string): DatabaseSync {
	if (path !== ':memory:') {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		closeSync(openSync(path, 'a', 0o600));
	}
	const database = new DatabaseSync(path, { timeout: blockingWaitMs });
	try {
		database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}

function createConnection(database: DatabaseSync, hear: (sql: string) => void): DatabaseConnection {
	const statements = new Map<string, { statement: StatementSync; answersRows: boolean }>();

	function prepare(sql: string) {
		const known = statements.get(sql);
		if (known) return known;
		const statement = database.prepare(sql);
		const prepared = { statement, answersRows: statement.columns().length > 0 };
		if (statements.size >= mostStatements) statements.delete(statements.keys().next().value ?? '');
		statements.set(sql, prepared);
		return prepared;
	}

	function execute<Row>(query: CompiledQuery): QueryResult<Row> {
		const { statement, answersRows } = prepare(query.sql);
		const parameters = query.parameters.map(toInput);
		if (answersRows) return { rows: statement.all(...parameters) as Row[] };
		return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
	}

	return {
		executeQuery<Row>(query: CompiledQuery) {
			hear(query.sql);
			return retryWhileBusy(() => execute<Row>(query));
		},
		streamQuery() {
			throw new Error('Streaming is not supported: read in pages.');
		}
	};
}

/** `node:sqlite` refuses booleans. */
function toInput(value: unknown): SQLInputValue {
	return typeof value === 'boolean' ? Number(value) : (value as SQLInputValue);
}

/** A statement refused as busy has done nothing, so it may be run again. */
async function retryWhileBusy<Value>(run: () => Value): Promise<Value> {
	const until = performance.now() + patienceMs;
	for (;;) {
		try {
			return run();
		} catch (error) {
			if (!isBusy(error) || performance.now() > until) throw error;
		}
		await pause(pauseMs);
	}
}

function isBusy(error: unknown): boolean {
	const sqliteBusy = 5;
	const code = (error as { errcode?: number }).errcode;
	// The low byte is the primary code; the rest says why.
	return code !== undefined && (code & 0xff) === sqliteBusy;
}
