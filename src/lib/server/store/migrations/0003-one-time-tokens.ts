// Tokens that an administrator hands out, in a link for example: whoever brings one back has proven the address.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('one_time_token')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('digest', 'text', (column) => column.notNull().unique())
		.addColumn('email', 'text', (column) => column.notNull())
		.addColumn('interaction_event', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addColumn('consumed_at', 'bigint')
		.addColumn('revoked_at', 'bigint')
		.execute();
	await db.schema.createIndex('one_time_token_email').on('one_time_token').column('email').execute();
	await db.schema.createIndex('one_time_token_expires_at').on('one_time_token').column('expires_at').execute();
}
