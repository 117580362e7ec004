// Second factors: authenticator apps, passkeys, backup codes, and what their owners chose.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('factor')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('name', 'text')
		.addColumn('sealed_secret', 'text')
		.addColumn('last_step', 'bigint')
		.addColumn('credential_id', 'text')
		.addColumn('credential', 'text')
		.addColumn('counter', 'bigint')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_used_at', 'bigint')
		.execute();
	await db.schema.createIndex('factor_user').on('factor').column('user_id').execute();
	await db.schema.createIndex('factor_credential').unique().on('factor').column('credential_id').execute();
	await db.schema
		.createIndex('factor_one_of_a_kind')
		.unique()
		.on('factor')
		.columns(['user_id', 'type'])
		.where(sql.ref('type'), '!=', sql.lit('WebAuthn'))
		.execute();

	await db.schema
		.createTable('backup_code')
		.addColumn('factor_id', 'text', (column) => column.notNull().references('factor.id').onDelete('cascade'))
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('consumed_at', 'bigint')
		.addPrimaryKeyConstraint('backup_code_primary', ['factor_id', 'digest'])
		.execute();

	await db.schema.alterTable('user').addColumn('factor_choices', 'text').execute();
}
