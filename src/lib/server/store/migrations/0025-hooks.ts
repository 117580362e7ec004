// Webhooks, and what is to be told to them: kept until it has arrived, or nobody tries any more.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('hook')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('events', 'text', (column) => column.notNull())
		.addColumn('config', 'text', (column) => column.notNull())
		.addColumn('signing_key', 'text', (column) => column.notNull())
		.addColumn('enabled', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('hook_delivery')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('hook_id', 'text', (column) => column.notNull().references('hook.id').onDelete('cascade'))
		.addColumn('event', 'text', (column) => column.notNull())
		.addColumn('body', 'text', (column) => column.notNull())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('attempts', 'integer', (column) => column.notNull())
		.addColumn('next_at', 'bigint', (column) => column.notNull())
		.addColumn('response_status', 'integer')
		.addColumn('error', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('hook_delivery_due')
		.on('hook_delivery')
		.column('next_at')
		.where(sql.ref('status'), '=', sql.lit('pending'))
		.execute();
	await db.schema.createIndex('hook_delivery_hook').on('hook_delivery').columns(['hook_id', 'created_at']).execute();
	await db.schema.createIndex('hook_delivery_created_at').on('hook_delivery').column('created_at').execute();
}
