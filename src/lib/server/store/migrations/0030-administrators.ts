// Who may use the console, and who it was that changed something with it.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('user')
		.addColumn('is_admin', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
	await db.schema.alterTable('audit').addColumn('actor_id', 'text').execute();
}
