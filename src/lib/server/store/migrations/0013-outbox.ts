// What became of each message: state and the vendor's name for it, neither code nor recipient.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('outbox')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('carries', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('connector_id', 'text')
		.addColumn('vendor_id', 'text')
		.addColumn('reason', 'text')
		.addColumn('detail', 'text')
		.addColumn('retry_at', 'bigint')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('settled_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('outbox_created_at').on('outbox').column('created_at').execute();
	await db.schema
		.createIndex('outbox_vendor_id')
		.on('outbox')
		.column('vendor_id')
		.where(sql.ref('vendor_id'), 'is not', null)
		.execute();
}
