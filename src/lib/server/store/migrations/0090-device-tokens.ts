// What a browser held before, so that it is noticed when that comes back; and since when it is trusted.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('device').addColumn('previous_digest', 'text').execute();
	await db.schema.alterTable('device').addColumn('trusted_at', 'bigint').execute();
	// It was no earlier: such a trust ends too early rather than too late.
	await sql`update device set trusted_at = created_at where trusted_until is not null`.execute(db);
}
