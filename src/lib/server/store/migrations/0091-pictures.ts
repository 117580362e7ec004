// Pictures that people upload of themselves: one an account, gone with it; bytes as base64, which every engine keeps alike.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('picture')
		.addColumn('user_id', 'text', (column) => column.primaryKey().references('user.id').onDelete('cascade'))
		.addColumn('id', 'text', (column) => column.notNull().unique())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('bytes', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
}
