// Which terms somebody has agreed to last, and when.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('user').addColumn('agreed_terms', 'text').execute();
}
