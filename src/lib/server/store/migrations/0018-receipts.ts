// What a vendor says later of a message that it had accepted: whether it arrived, and its code for why not.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('outbox').addColumn('receipt', 'text').execute();
	await db.schema.alterTable('outbox').addColumn('receipt_code', 'text').execute();
	await db.schema.alterTable('outbox').addColumn('receipt_at', 'bigint').execute();
}
