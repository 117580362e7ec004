// Passwords of accounts, and the counts of failed attempts.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('user').addColumn('password_digest', 'text').execute();
	await db.schema.alterTable('user').addColumn('password_algorithm', 'text').execute();
	await db.schema.alterTable('user').addColumn('password_updated_at', 'bigint').execute();
	await db.schema
		.alterTable('user')
		.addColumn('is_password_expired', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();

	await db.schema
		.createTable('lockout')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('failures', 'integer', (column) => column.notNull())
		.addColumn('locked_until', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('lockout_expires_at').on('lockout').column('expires_at').execute();
}
