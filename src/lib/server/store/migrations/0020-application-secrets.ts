// Several secrets an application, each with a name and perhaps an end, so that one is replaced without a gap.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('application_secret')
		.addColumn('application_id', 'text', (column) => column.notNull().references('application.id').onDelete('cascade'))
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('value', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint')
		.addPrimaryKeyConstraint('application_secret_primary', ['application_id', 'name'])
		.execute();
	await sql`insert into application_secret (application_id, name, value, created_at)
		select id, 'Default secret', secret, created_at from application where secret is not null`.execute(db);
	// The old column stays: an instance of the release before still reads it while this one starts beside it.
	await db.schema
		.alterTable('application')
		.addColumn('custom_data', 'text', (column) => column.notNull().defaultTo('{}'))
		.execute();
}
