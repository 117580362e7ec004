// What a third party may ask people for, and where it says what it does with it.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('application').addColumn('third_party', 'text').execute();
}
