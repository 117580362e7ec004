// Everything that is kept.
import type { AccountStore } from './account.ts';
import type { ApplicationStore } from './applications.ts';
import type { AssetStore, PictureStore } from './assets.ts';
import type { AuditStore } from './audit.ts';
import type { BudgetStore } from './budgets.ts';
import type { ConnectorStore } from './connectors.ts';
import type { DeviceStore } from './devices.ts';
import type { FactorStore, Vault } from './factors.ts';
import type { HookStore } from './hooks.ts';
import type { InteractionStore } from './interactions.ts';
import type { KeyStore } from './keys.ts';
import type { LockoutStore } from './lockouts.ts';
import type { OidcStore } from './oidc-store.ts';
import type { OneTimeTokenStore } from './one-time-tokens.ts';
import type { OutboxStore } from './outbox.ts';
import type { PhraseStore } from './phrases.ts';
import type { SecretStore } from './secrets.ts';
import type { SettingsStore } from './settings.ts';
import type { SettingsVersionStore } from './settings-versions.ts';
import type { UsernameStore } from './usernames.ts';
import type { UserStore } from './users.ts';

/** Everything that must be written together is written through one scope. */
export type StoreScope = {
	interactions: InteractionStore;
	users: UserStore;
	usernames: UsernameStore;
	secrets: SecretStore;
	oneTimeTokens: OneTimeTokenStore;
	factors: FactorStore;
	accounts: AccountStore;
	devices: DeviceStore;
	lockouts: LockoutStore;
	applications: ApplicationStore;
	connectors: ConnectorStore;
	phrases: PhraseStore;
	assets: AssetStore;
	pictures: PictureStore;
	hooks: HookStore;
	oidc: OidcStore;
	settingsVersions: SettingsVersionStore;
	audit: AuditStore;
};

export type Store = StoreScope & {
	budgets: BudgetStore;
	outbox: OutboxStore;
	settings: SettingsStore;
	keys: KeyStore;
	vault: Vault;
	/** No HTTP and no hashing inside: SQLite runs transactions one at a time. */
	transaction<Value>(run: (scope: StoreScope) => Promise<Value>): Promise<Value>;
	ping(): Promise<boolean>;
	/** Deletes what has expired; answers how many rows went. Without `auditKeptMs` the audit log stays whole. */
	sweep(now: number, auditKeptMs?: number): Promise<number>;
	close(): Promise<void>;
};
