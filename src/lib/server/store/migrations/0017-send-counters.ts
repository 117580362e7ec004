// One row a counter of what was sent: every budget of a message is taken by one statement. Earlier counts are forgotten.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.dropTable('send_budget').execute();
	await db.schema
		.createTable('send_counter')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('stamps', 'text', (column) => column.notNull())
		.addColumn('slice', 'bigint', (column) => column.notNull())
		.addColumn('current', 'bigint', (column) => column.notNull())
		.addColumn('previous', 'bigint', (column) => column.notNull())
		.addColumn('converted', 'bigint', (column) => column.notNull())
		.addColumn('converted_before', 'bigint', (column) => column.notNull())
		.addColumn('blocked_until', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('send_counter_expires_at').on('send_counter').column('expires_at').execute();
}
