// Several connectors of a kind, in the order in which they are tried, each for the countries that it serves.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.dropIndex('connector_one_enabled').execute();
	await db.schema
		.alterTable('connector')
		.addColumn('priority', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
	await db.schema.alterTable('connector').addColumn('countries', 'text').execute();
}
