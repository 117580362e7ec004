// Brings the tables up to date. Two starters at once are safe: the second waits, then finds nothing to do.
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { isPostgres, openDatabase } from './database.ts';
import * as tables from './migrations/0001-tables.ts';
import * as passwords from './migrations/0002-passwords.ts';
import * as oneTimeTokens from './migrations/0003-one-time-tokens.ts';
import * as secrets from './migrations/0004-one-secret-a-purpose.ts';
import * as thirdParty from './migrations/0005-third-party.ts';
import * as applicationExperience from './migrations/0006-application-experience.ts';
import * as unproven from './migrations/0007-unproven-identifiers.ts';
import * as managementGrant from './migrations/0008-management-grant.ts';
import * as interactionUser from './migrations/0009-interaction-user.ts';
import * as connectorOrder from './migrations/0012-connector-order.ts';
import * as outbox from './migrations/0013-outbox.ts';
import * as agreedTerms from './migrations/0016-agreed-terms.ts';
import * as sendCounters from './migrations/0017-send-counters.ts';
import * as receipts from './migrations/0018-receipts.ts';
import * as applicationSecrets from './migrations/0020-application-secrets.ts';
import * as settingsVersions from './migrations/0021-settings-versions.ts';
import * as auditIndexes from './migrations/0022-audit-indexes.ts';
import * as customPhrases from './migrations/0023-custom-phrases.ts';
import * as assets from './migrations/0024-assets.ts';
import * as hooks from './migrations/0025-hooks.ts';
import * as administrators from './migrations/0030-administrators.ts';
import * as factors from './migrations/0040-factors.ts';
import * as accountVerifications from './migrations/0041-account-verifications.ts';
import * as devices from './migrations/0050-devices.ts';
import * as auditDetails from './migrations/0070-audit-details.ts';
import * as deviceTokens from './migrations/0090-device-tokens.ts';
import * as pictures from './migrations/0091-pictures.ts';
import type { Database } from './schema.ts';

/** A new migration gets the next number; a published one never changes. */
const migrations: Record<string, Migration> = {
	'0001-tables': tables,
	'0002-passwords': passwords,
	'0003-one-time-tokens': oneTimeTokens,
	'0004-one-secret-a-purpose': secrets,
	'0005-third-party': thirdParty,
	'0006-application-experience': applicationExperience,
	'0007-unproven-identifiers': unproven,
	'0008-management-grant': managementGrant,
	'0009-interaction-user': interactionUser,
	'0012-connector-order': connectorOrder,
	'0013-outbox': outbox,
	'0016-agreed-terms': agreedTerms,
	'0017-send-counters': sendCounters,
	'0018-receipts': receipts,
	'0020-application-secrets': applicationSecrets,
	'0021-settings-versions': settingsVersions,
	'0022-audit-indexes': auditIndexes,
	'0023-custom-phrases': customPhrases,
	'0024-assets': assets,
	'0025-hooks': hooks,
	'0030-administrators': administrators,
	'0040-factors': factors,
	'0041-account-verifications': accountVerifications,
	'0050-devices': devices,
	'0070-audit-details': auditDetails,
	'0090-device-tokens': deviceTokens,
	'0091-pictures': pictures
};

/** Runs what is missing and answers the names of what ran. */
export async function migrateStore(url: string): Promise<string[]> {
	return withMigrator(url, async (migrator, db) => {
		await refuseNewer(migrator, db);
		const { error, results } = await migrator.migrateToLatest();
		if (error) throw error;
		return (results ?? []).map((result) => result.migrationName);
	});
}

/** Names of the migrations that have not run yet. */
export async function pendingMigrations(url: string): Promise<string[]> {
	return withMigrator(url, async (migrator, db) => {
		await refuseNewer(migrator, db);
		const known = await migrator.getMigrations();
		return known.filter((migration) => !migration.executedAt).map((migration) => migration.name);
	});
}

/** Its message is for operators. */
export class NewerDatabase extends Error {
	constructor(migration: string) {
		super(
			`The database was written by a newer Foyer: this one does not know its migration ${migration}.\n` +
				'Start that version again, or restore the backup from before the upgrade.'
		);
	}
}

async function refuseNewer(migrator: Migrator, db: Kysely<Database>): Promise<void> {
	const hasRun = (await migrator.getMigrations()).some(({ executedAt }) => executedAt);
	if (!hasRun) return;
	const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db);
	const unknown = rows.find(({ name }) => !Object.hasOwn(migrations, name));
	if (unknown) throw new NewerDatabase(unknown.name);
}

async function withMigrator<Value>(
	url: string,
	run: (migrator: Migrator, db: Kysely<Database>) => Promise<Value>
): Promise<Value> {
	const db = openDatabase({ url, unhurried: true });
	try {
		return await run(
			new Migrator({
				db,
				provider: { getMigrations: async () => migrations },
				migrationTableName: 'migration',
				migrationLockTableName: 'migration_lock',
				migrationTableSchema: isPostgres(url) ? await currentSchema(db) : undefined
			}),
			db
		);
	} finally {
		await db.destroy();
	}
}

/** Named outright: Kysely otherwise takes a migration table of any schema for ours. */
async function currentSchema(db: Kysely<Database>): Promise<string> {
	const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
	return rows[0]?.name ?? 'public';
}
