// What pages show differently for one application.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('application').addColumn('experience', 'text').execute();
}
