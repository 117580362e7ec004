// A newer secret takes the place of the older one, so that sending a code writes one row and no more.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`delete from secret where voided_at is not null`.execute(db);
	await sql`
		delete from secret where exists (
			select 1 from secret as newer
			where newer.interaction_id = secret.interaction_id and newer.purpose = secret.purpose
			and (newer.created_at, newer.id) > (secret.created_at, secret.id)
		)
	`.execute(db);
	await db.schema.dropIndex('secret_interaction').execute();
	await db.schema
		.createIndex('secret_one_a_purpose')
		.unique()
		.on('secret')
		.columns(['interaction_id', 'purpose'])
		.execute();
	await db.schema.alterTable('secret').dropColumn('voided_at').execute();
}
