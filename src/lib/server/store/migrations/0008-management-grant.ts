// Which machines may use the management API: none, until an operator says so.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('application')
		.addColumn('may_manage', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
}
