// What people have proven to change their own account: a record each, good for ten minutes.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account_verification')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
		.addColumn('purpose', 'text', (column) => column.notNull())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('identifier', 'text')
		.addColumn('factor_id', 'text')
		.addColumn('challenge', 'text')
		.addColumn('data', 'text')
		.addColumn('verified_at', 'bigint')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('account_verification_user').on('account_verification').column('user_id').execute();
	await db.schema
		.createIndex('account_verification_expires_at')
		.on('account_verification')
		.column('expires_at')
		.execute();
}
