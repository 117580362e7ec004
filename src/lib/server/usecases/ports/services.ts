// Everything that use cases are given.
import type { Settings } from '../../../contract/settings.ts';
import type { Images } from './assets.ts';
import type { Background } from './background.ts';
import type { ConnectorCatalogue } from './connector-catalogue.ts';
import type { Clock } from './clock.ts';
import type { Passkeys, Totp } from './factors.ts';
import type { Hasher } from './hasher.ts';
import type { Ids } from './ids.ts';
import type { Webhooks } from './hooks.ts';
import type { Log } from './log.ts';
import type { Messenger } from './messages.ts';
import type { OidcPort } from './oidc.ts';
import type { Passwords } from './passwords.ts';
import type { Store } from './store.ts';

/** Everything, built once in `services.ts`. */
export type Services = {
	clock: Clock;
	ids: Ids;
	hasher: Hasher;
	passwords: Passwords;
	totp: Totp;
	passkeys: Passkeys;
	store: Store;
	/** Cached for a second. */
	settings(): Promise<Settings>;
	messenger: Messenger;
	background: Background;
	oidc: OidcPort;
	log: Log;
	/** One configured origin, no trailing slash. */
	origin: string;
	/** Demo mode: loopback http origin and NODE_ENV is not `production`. */
	demo: boolean;
};

/** What only the management API needs besides. */
export type ManagementServices = Services & {
	connectorCatalogue: ConnectorCatalogue;
	images: Images;
	webhooks: Webhooks;
};
