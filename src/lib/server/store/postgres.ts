// Kysely on `pg`: bounded waits everywhere, so that a stalled server ends in an error within five seconds.
import type { Dialect, PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Log } from '../usecases/ports.ts';
import { PostgresDialectForOwnTables } from './postgres-tables.ts';

/** Once for a connection and once for a statement: the worst case is their sum. */
const connectionWaitMs = 2_200;
const statementWaitMs = 2_200;
/** A little earlier on the server, so that its own, better error wins while it is alive. */
const serverStatementMs = 2_000;
const abandonedTransactionMs = 10_000;
const int8 = 20;

pg.types.setTypeParser(int8, Number);

/** `unhurried` is for migrations: no statement limits. */
export function createPostgresDialect(
	url: string,
	options: { log?: Log; unhurried?: boolean; hear: (sql: string) => void }
): Dialect {
	const pool = new pg.Pool({
		connectionString: url,
		max: options.unhurried ? 1 : 10,
		connectionTimeoutMillis: connectionWaitMs,
		keepAlive: true,
		...(!options.unhurried && {
			query_timeout: statementWaitMs,
			statement_timeout: serverStatementMs,
			idle_in_transaction_session_timeout: abandonedTransactionMs
		})
	});
	const lost = (error: Error) => options.log?.warn('database.connection-lost', { reason: error.message });
	pool.on('error', lost);
	// A client in use has no listener of the pool's, and an `error` event that nobody hears ends the process.
	pool.on('connect', (client) => client.on('error', () => {}));
	return new PostgresDialectForOwnTables({ pool: withholdStalledClients(pool, options.hear) });
}

/** `pg` gives a client whose statement timed out back to the pool, where it would stall the next one too. */
function withholdStalledClients(pool: pg.Pool, hear: (sql: string) => void): PostgresPool {
	const guarded = new WeakMap<pg.PoolClient, PostgresPoolClient>();
	return {
		options: pool.options,
		end: () => pool.end(),
		async connect() {
			const client = await pool.connect();
			const known = guarded.get(client) ?? guardClient(client, hear);
			guarded.set(client, known);
			return known;
		}
	};
}

function guardClient(client: pg.PoolClient, hear: (sql: string) => void): PostgresPoolClient {
	let isStalled = false;
	const guardedQuery = async (text: string, parameters: readonly unknown[]) => {
		hear(text);
		try {
			return await client.query(text, [...parameters]);
		} catch (error) {
			isStalled ||= error instanceof Error && error.message === 'Query read timeout';
			throw error;
		}
	};
	return {
		// Kysely's type also allows cursors, which nothing here opens.
		query: guardedQuery as unknown as PostgresPoolClient['query'],
		release: (destroy) => client.release(Boolean(destroy) || isStalled)
	};
}
