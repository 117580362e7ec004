// The store: everything that Foyer keeps, on SQLite or PostgreSQL.
import { sql } from 'kysely';
import type { Log, Store, StoreScope } from '../usecases/ports.ts';
import { createAccountStore } from './account.ts';
import { createApplicationStore } from './applications.ts';
import { createAssetStore } from './assets.ts';
import { atomically } from './atomically.ts';
import { createAuditStore } from './audit.ts';
import { createBudgetStore } from './budgets.ts';
import { createChangeWatch, watchNothing, type ChangeWatch } from './change-watch.ts';
import { createConnectorStore } from './connectors.ts';
import { isPostgres, openDatabase } from './database.ts';
import { createDeviceStore } from './devices.ts';
import { createFactorStore } from './factors.ts';
import { createHookStore } from './hooks.ts';
import { createInteractionStore } from './interactions.ts';
import { createKeyStore } from './keys.ts';
import { createLockoutStore } from './lockouts.ts';
import { createOidcStore } from './oidc.ts';
import { createOneTimeTokenStore } from './one-time-tokens.ts';
import { createOutboxStore } from './outbox.ts';
import { createPictureStore } from './pictures.ts';
import { createPhraseStore } from './phrases.ts';
import type { Executor } from './schema.ts';
import { createSealer, type Sealer } from './sealer.ts';
import { createSecretStore } from './secrets.ts';
import { createSettingsStore } from './settings.ts';
import { createSettingsVersionStore } from './settings-versions.ts';
import { sweepExpired } from './sweep.ts';
import { createUsernameStore } from './usernames.ts';
import { createUserStore } from './users.ts';

export type StoreOptions = {
	/** `file:.data/foyer.db` (the folder is made) or `postgres://…`. Migrated beforehand: see `migrate.ts`. */
	url: string;
	/** FOYER_SECRET: what must be readable again is encrypted with a key derived from it. */
	secret: string;
	log: Log;
	/** Hears every statement that is run, without its parameters. */
	onStatement?: (sql: string) => void;
};

export async function openStore(options: StoreOptions): Promise<Store> {
	const db = openDatabase(options);
	const sealer = createSealer(options.secret);
	const changes = createChangeWatch(db);
	const answer = () => sql`select 1`.execute(db);
	// A file that cannot be opened is a mistake to hear of now; a PostgreSQL that is away may come back.
	if (!isPostgres(options.url)) await answer();
	return {
		...createScope(db, sealer, changes),
		budgets: createBudgetStore(db),
		outbox: createOutboxStore(db),
		settings: createSettingsStore(db, options.log, changes, (transaction) =>
			createScope(transaction, sealer, watchNothing(transaction, changes.forget))
		),
		keys: createKeyStore(db, sealer),
		vault: { seal: sealer.seal, open: async (place, sealed) => String(await sealer.open(place, sealed)) },
		/** Inside, use the scope only: SQLite has one connection, and the store itself would wait for it for ever. */
		async transaction(run) {
			let isChanged = false;
			try {
				return await atomically(db, (transaction) => {
					const watch = watchNothing(transaction, () => (isChanged = true));
					return run(createScope(transaction, sealer, watch));
				});
			} finally {
				// Not before the end: somebody could read, and keep, what is about to be replaced.
				if (isChanged) changes.forget();
			}
		},
		async ping() {
			try {
				await answer();
				return true;
			} catch {
				return false;
			}
		},
		sweep: (now, auditKeptMs) => sweepExpired(db, now, auditKeptMs),
		close: () => db.destroy()
	};
}

function createScope(db: Executor, sealer: Sealer, changes: ChangeWatch): StoreScope {
	return {
		interactions: createInteractionStore(db),
		users: createUserStore(db),
		usernames: createUsernameStore(db),
		secrets: createSecretStore(db),
		oneTimeTokens: createOneTimeTokenStore(db),
		factors: createFactorStore(db),
		accounts: createAccountStore(db),
		devices: createDeviceStore(db),
		lockouts: createLockoutStore(db),
		applications: createApplicationStore(db, sealer, changes),
		connectors: createConnectorStore(db, sealer, changes),
		phrases: createPhraseStore(db, changes),
		assets: createAssetStore(db),
		pictures: createPictureStore(db),
		hooks: createHookStore(db, sealer, changes),
		oidc: createOidcStore(db),
		settingsVersions: createSettingsVersionStore(db),
		audit: createAuditStore(db)
	};
}
