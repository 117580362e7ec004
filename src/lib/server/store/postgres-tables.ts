// Which tables there are, for the migrations.
import { PostgresDialect, PostgresIntrospector, sql, type Kysely, type TableMetadata } from 'kysely';

/**
 * Kysely's own look asks PostgreSQL about every column of every schema, and fails when one of another program's is
 * dropped at that moment. This one reads names in the schemas of the connection, and no columns.
 */
class OwnTables extends PostgresIntrospector {
	readonly #db: Kysely<unknown>;

	constructor(db: Kysely<unknown>) {
		super(db);
		this.#db = db;
	}

	override async getTables(): Promise<TableMetadata[]> {
		const { rows } = await sql<{ name: string; schema: string }>`
			select tablename as name, schemaname as schema
			from pg_catalog.pg_tables
			where schemaname = any (current_schemas(false))
		`.execute(this.#db);
		return rows.map((table) => ({ ...table, columns: [], isView: false, isForeign: false }));
	}
}

export class PostgresDialectForOwnTables extends PostgresDialect {
	override createIntrospector(db: Kysely<unknown>): PostgresIntrospector {
		return new OwnTables(db);
	}
}
