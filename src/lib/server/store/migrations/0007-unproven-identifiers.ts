// Addresses and numbers that an administrator wrote down: nobody has shown yet that they are the account's own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('identifier')
		.addColumn('is_unproven', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
}
