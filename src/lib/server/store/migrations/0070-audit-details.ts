// Which administrator works on the draft, and what an entry of the log is about beyond whom.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('settings_draft').addColumn('user_id', 'text').execute();
	await db.schema.alterTable('audit').addColumn('details', 'text').execute();
}
