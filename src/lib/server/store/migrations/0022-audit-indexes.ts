// Administrators look for what one account did; with a busy log that needs more than the time.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('audit_user')
		.on('audit')
		.columns(['user_id', 'created_at'])
		.where(sql.ref('user_id'), 'is not', null)
		.execute();
}
