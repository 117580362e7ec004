// Browsers that accounts remember.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('device')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
		.addColumn('digest', 'text', (column) => column.notNull().unique())
		.addColumn('user_agent', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_used_at', 'bigint', (column) => column.notNull())
		.addColumn('trusted_until', 'bigint')
		.execute();
	// Those that were used before are forgotten: with a new password, say. Written with the change itself.
	await db.schema
		.alterTable('user')
		.addColumn('devices_forgotten_at', 'bigint', (column) => column.notNull().defaultTo(0))
		.execute();
	await db.schema.createIndex('device_user').on('device').column('user_id').execute();
	await db.schema.createIndex('device_age').on('device').column('last_used_at').execute();
}
