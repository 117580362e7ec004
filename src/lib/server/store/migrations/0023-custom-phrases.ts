// Words of the tenant's own, by language.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('custom_phrase')
		.addColumn('language_tag', 'text', (column) => column.primaryKey())
		.addColumn('translation', 'text', (column) => column.notNull())
		.execute();
}
