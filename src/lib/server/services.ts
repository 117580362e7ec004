// The composition root: every adapter is built here, once a process, when the first request needs it.
import type Provider from 'oidc-provider';
import { connectorCatalogue } from './connectors/catalogue.ts';
import { createMessenger } from './connectors/messenger.ts';
import { closeConnectors } from './connectors/registry.ts';
import { readEnv, type Env } from './env.ts';
import { createClientIp } from './guard/client-ip.ts';
import { createRequestRate } from './guard/request-rate.ts';
import { createStudioLinks, type StudioLinks } from './guard/studio-link.ts';
import { createSeals, type Seals } from './guard/sealed-cookie.ts';
import { interactionCookies, type InteractionCookies } from './oidc/interaction-cookies.ts';
import { createOidcPort } from './oidc/interaction.ts';
import { createPasskeys } from './factors/passkeys.ts';
import { createTotp } from './factors/totp.ts';
import { images } from './images/images.ts';
import { isUnavailable } from './http/unavailable.ts';
import { createAccountTokens } from './oidc/account-tokens.ts';
import { createMachineTokens } from './oidc/machine-tokens.ts';
import { openProvider } from './oidc/live-provider.ts';
import { createPasswords } from './passwords/passwords.ts';
import { createPwnedLookup } from './passwords/pwned.ts';
import { openStore } from './store/open.ts';
import { createClock } from './telemetry/clock.ts';
import { createHasher } from './telemetry/hasher.ts';
import { ids } from './telemetry/ids.ts';
import { createLog } from './telemetry/log.ts';
import { createBackground } from './usecases/background.ts';
import type { AccountTokens, MachineTokens, ManagementServices, Services, Store } from './usecases/ports.ts';
import { takeReceipt } from './usecases/take-receipts.ts';
import { startDispatcher } from './webhooks/dispatcher.ts';
import { createPost } from './webhooks/post.ts';

export type AppServices = ManagementServices & {
	env: Env;
	/** Asked for at every request: it is built anew after a rotation of the signing keys. */
	provider(): Promise<Provider>;
	/** What the hooks guard with. */
	machineTokens: MachineTokens;
	accountTokens: AccountTokens;
	clientIp: ReturnType<typeof createClientIp>;
	requestRate: ReturnType<typeof createRequestRate>;
	seals: Seals;
	studioLinks: StudioLinks;
	interactionCookies: InteractionCookies;
};

const sweepEveryMs = 10 * 60 * 1000;
/** A stop waits so long for deliveries under way; what is left then is nobody's to finish. */
const deliveryGraceMs = 6_000;
const dayMs = 86_400_000;
/** Generous: a mobile carrier puts many people behind one address. A demo is not limited. */
const requestsPerMinute = 1200;

type Global = typeof globalThis & { foyerServices?: Promise<AppServices> };

/** One set a process, also over the module reloads of the development server. */
export function services(): Promise<AppServices> {
	const place = globalThis as Global;
	place.foyerServices ??= build(readEnv()).catch((error: unknown) => {
		place.foyerServices = undefined;
		throw error;
	});
	return place.foyerServices;
}

export async function closeServices(): Promise<void> {
	const place = globalThis as Global;
	const built = place.foyerServices;
	place.foyerServices = undefined;
	const app = await built;
	await app?.background.idle(deliveryGraceMs);
	await app?.store.close();
}

async function build(env: Env): Promise<AppServices> {
	const log = createLog(env.logLevel);
	const clock = createClock(env.clockFile);
	const store = await openStore({ url: env.databaseUrl, secret: env.secret, log });
	const webhooks = openWebhooks({ store, clock, log, demo: env.demo });
	const { origin, demo } = env;
	const settings = () => store.settings.read();
	const sweeper = setInterval(() => void sweep(store, clock.now(), env.auditDays, log), sweepEveryMs);
	sweeper.unref();
	const close = store.close;
	store.close = () => {
		clearInterval(sweeper);
		closeConnectors();
		return close();
	};

	return {
		env,
		clock,
		ids,
		hasher: createHasher(env.secret),
		passwords: createPasswords({ isPwned: createPwned(env, log) }),
		totp: createTotp(),
		passkeys: createPasskeys(origin, async () => (await settings()).accountCenter.webauthnRelatedOrigins),
		store,
		settings,
		messenger: createMessenger({
			connectors: store.connectors,
			log,
			now: clock.now,
			takeReceipt: (receipt) => takeReceipt({ store, log }, receipt)
		}),
		background: createBackground(log),
		oidc: createOidcPort({ store, clock, origin }),
		machineTokens: createMachineTokens({ keys: store.keys, oidc: store.oidc, origin }),
		accountTokens: createAccountTokens(store),
		log,
		origin,
		demo,
		clientIp: createClientIp(env.trustedProxies),
		requestRate: createRequestRate(demo ? Infinity : requestsPerMinute),
		connectorCatalogue,
		images,
		webhooks,
		seals: createSeals(env.secret),
		studioLinks: createStudioLinks(env.secret),
		interactionCookies: interactionCookies({ origin, secret: env.secret }),
		provider: openProvider({ store, clock, origin, secret: env.secret, log, settings, demo, isUnavailable })
	};
}

/** What is under way when the store closes is waited for. */
function openWebhooks({ store, clock, log, demo }: Pick<Services, 'store' | 'clock' | 'log' | 'demo'>) {
	const webhooks = createPost({ demo });
	const dispatcher = startDispatcher({ hooks: store.hooks, clock, log, post: webhooks.post });
	const close = store.close;
	store.close = async () => {
		await dispatcher.stop();
		return close();
	};
	return webhooks;
}

/** Fails open: a warning, with how often it has happened, is all that comes of a server that is away. */
function createPwned({ pwnedPasswords: endpoint }: Env, log: Services['log']) {
	if (!endpoint) return undefined;
	let failures = 0;
	const onFailure = (reason: string) => log.warn('pwned passwords not asked', { reason, failures: ++failures });
	return createPwnedLookup({ fetch: globalThis.fetch, endpoint, onFailure });
}

async function sweep(store: Store, now: number, auditDays: number, log: Services['log']): Promise<void> {
	try {
		const auditKeptMs = auditDays === 0 ? undefined : auditDays * dayMs;
		log.info('swept expired records', { count: await store.sweep(now, auditKeptMs) });
	} catch (error) {
		log.warn('could not sweep expired records', { error });
	}
}
