// Whom an interaction has identified, as a column: both are then looked up at once.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('interaction').addColumn('user_id', 'text').execute();
}
