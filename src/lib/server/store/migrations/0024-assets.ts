// Pictures of a brand, redrawn; their bytes as base64, which every engine keeps alike.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('asset')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('bytes', 'text', (column) => column.notNull())
		.addColumn('width', 'integer', (column) => column.notNull())
		.addColumn('height', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
}
