// What the settings have been, and what they may become: versions to go back to, and one draft.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('settings_version')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('fields', 'text', (column) => column.notNull())
		.addColumn('value', 'text', (column) => column.notNull())
		.addColumn('application_id', 'text')
		.addColumn('user_id', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('settings_version_created_at')
		.on('settings_version')
		.columns(['created_at', 'id'])
		.execute();
	await db.schema
		.createTable('settings_draft')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('changes', 'text', (column) => column.notNull())
		.addColumn('application_id', 'text')
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.execute();
}
