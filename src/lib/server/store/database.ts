// Opens the engine that a database URL names.
import { Kysely } from 'kysely';
import type { Log } from '../usecases/ports.ts';
import { createPostgresDialect } from './postgres.ts';
import type { Database } from './schema.ts';
import { createSqliteDialect } from './sqlite.ts';
import { countStatement } from './statement-count.ts';

export type DatabaseOptions = {
	/** `file:.data/foyer.db` or `postgres://…`. */
	url: string;
	log?: Log;
	/** Hears every statement; parameters stay out of it. */
	onStatement?: (sql: string) => void;
	/** Migrations may take longer than a request may. */
	unhurried?: boolean;
};

export function openDatabase(options: DatabaseOptions): Kysely<Database> {
	// Heard by the driver itself: Kysely's own log costs every statement two more turns of the event loop.
	const hear = (sql: string) => {
		countStatement(sql);
		options.onStatement?.(sql);
	};
	const dialect = isPostgres(options.url)
		? createPostgresDialect(options.url, { ...options, hear })
		: createSqliteDialect(toPath(options.url), hear);
	return new Kysely<Database>({ dialect });
}

export function isPostgres(url: string): boolean {
	return /^postgres(ql)?:/.test(url);
}

function toPath(url: string): string {
	if (!url.startsWith('file:')) throw new Error('DATABASE_URL must start with file: or postgres:');
	return url.slice('file:'.length);
}
