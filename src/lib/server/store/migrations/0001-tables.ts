// The first tables. The same statements run on SQLite and PostgreSQL.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await createSignInTables(db);
	await createUserTables(db);
	await createProviderTables(db);
	await createInstallationTables(db);
	await createAuditTable(db);
}

async function createSignInTables(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('interaction')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('client_id', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('payload', 'text', (column) => column.notNull())
		.addColumn('result', 'text')
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addColumn('closed_at', 'bigint')
		.execute();
	await db.schema.createIndex('interaction_expires_at').on('interaction').column('expires_at').execute();
	await db.schema
		.createIndex('interaction_closed_at')
		.on('interaction')
		.column('closed_at')
		.where(sql.ref('closed_at'), 'is not', null)
		.execute();

	await db.schema
		.createTable('secret')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('interaction_id', 'text', (column) => column.notNull())
		.addColumn('purpose', 'text', (column) => column.notNull())
		.addColumn('digest', 'text', (column) => column.notNull())
		.addColumn('attempts', 'integer', (column) => column.notNull())
		.addColumn('max_attempts', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addColumn('consumed_at', 'bigint')
		.addColumn('voided_at', 'bigint')
		.execute();
	await db.schema.createIndex('secret_interaction').on('secret').columns(['interaction_id', 'purpose']).execute();
	await db.schema.createIndex('secret_expires_at').on('secret').column('expires_at').execute();

	await db.schema
		.createTable('send_budget')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('stamps', 'text', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('send_budget_expires_at').on('send_budget').column('expires_at').execute();
}

async function createUserTables(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('user')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text')
		.addColumn('avatar', 'text')
		.addColumn('profile', 'text', (column) => column.notNull())
		.addColumn('custom_data', 'text', (column) => column.notNull())
		.addColumn('is_suspended', 'integer', (column) => column.notNull())
		.addColumn('application_id', 'text')
		.addColumn('last_sign_in_at', 'bigint')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('user_created_at').on('user').columns(['created_at', 'id']).execute();

	await db.schema
		.createTable('identifier')
		.addColumn('user_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('value', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('identifier_primary', ['user_id', 'type'])
		.addUniqueConstraint('identifier_unique', ['type', 'value'])
		.execute();
}

async function createProviderTables(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('oidc_record')
		.addColumn('model', 'text', (column) => column.notNull())
		.addColumn('id', 'text', (column) => column.notNull())
		.addColumn('payload', 'text', (column) => column.notNull())
		.addColumn('grant_id', 'text')
		.addColumn('uid', 'text')
		.addColumn('user_code', 'text')
		.addColumn('account_id', 'text')
		.addColumn('consumed_at', 'bigint')
		.addColumn('expires_at', 'bigint')
		.addPrimaryKeyConstraint('oidc_record_primary', ['model', 'id'])
		.execute();
	// Partial: most records have no uid or user code, and an index entry each would be paid for at every write.
	for (const column of ['grant_id', 'uid', 'user_code', 'account_id', 'expires_at']) {
		await db.schema
			.createIndex(`oidc_record_${column}`)
			.on('oidc_record')
			.column(column)
			.where(sql.ref(column), 'is not', null)
			.execute();
	}

	await db.schema
		.createTable('signing_key')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('status', 'text', (column) => column.notNull())
		.addColumn('jwk', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
}

async function createInstallationTables(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('setting')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('value', 'text', (column) => column.notNull())
		.execute();

	await db.schema
		.createTable('application')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('description', 'text')
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('secret', 'text')
		.addColumn('redirect_uris', 'text', (column) => column.notNull())
		.addColumn('post_logout_redirect_uris', 'text', (column) => column.notNull())
		.addColumn('custom_client_metadata', 'text', (column) => column.notNull())
		.addColumn('is_third_party', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();

	await db.schema
		.createTable('connector')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('connector_id', 'text', (column) => column.notNull())
		.addColumn('carries', 'text', (column) => column.notNull())
		.addColumn('config', 'text', (column) => column.notNull())
		.addColumn('enabled', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('connector_one_enabled')
		.unique()
		.on('connector')
		.column('carries')
		.where(sql.ref('enabled'), '=', 1)
		.execute();
}

async function createAuditTable(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('audit')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('key', 'text', (column) => column.notNull())
		.addColumn('result', 'text', (column) => column.notNull())
		.addColumn('error', 'text')
		.addColumn('interaction_id', 'text')
		.addColumn('application_id', 'text')
		.addColumn('user_id', 'text')
		.addColumn('ip', 'text')
		.addColumn('user_agent', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('audit_created_at').on('audit').column('created_at').execute();
}
