// The parts that an operator's use case needs: the real store in a file of its own, the real ids, a clock that stands still.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPasskeys } from '../../src/lib/server/factors/passkeys.ts';
import { createTotp } from '../../src/lib/server/factors/totp.ts';
import { openDatabase } from '../../src/lib/server/store/database.ts';
import { migrateStore } from '../../src/lib/server/store/migrate.ts';
import { openStore, type StoreOptions } from '../../src/lib/server/store/open.ts';
import { ids } from '../../src/lib/server/telemetry/ids.ts';
import { createLog } from '../../src/lib/server/telemetry/log.ts';
import { createHasher } from '../../src/lib/server/telemetry/hasher.ts';
import type { MachineCaller, Services } from '../../src/lib/server/usecases/ports.ts';

export type TestServices = Pick<
	Services,
	'totp' | 'passkeys' | 'store' | 'ids' | 'clock' | 'demo' | 'origin' | 'settings' | 'hasher' | 'log'
>;

export const standingAt = Date.UTC(2026, 0, 1);

/** A program of the management API. */
export const aMachine: MachineCaller = {
	requestId: 'request',
	ip: '192.0.2.1',
	userAgent: 'test',
	locale: 'en',
	interactionId: undefined,
	applicationId: 'backoffice'
};

/** Where nobody has a session, and no application waits. */
export const noProvider: Services['oidc'] = {
	resumeUrl: () => '',
	accountOfSession: async () => undefined,
	openedBy: async () => undefined,
	consentRequestOf: async () => undefined
};

export async function openTestServices({
	onStatement,
	...options
}: Partial<Pick<Services, 'demo' | 'origin'>> & Pick<StoreOptions, 'onStatement'> = {}): Promise<{
	services: TestServices;
	close(): Promise<void>;
	dropTable(name: string): Promise<void>;
}> {
	const folder = await mkdtemp(path.join(tmpdir(), 'foyer-store-'));
	const url = `file:${path.join(folder, 'foyer.db')}`;
	await migrateStore(url);
	const secret = 'a secret for tests, long enough to be one';
	const log = createLog('silent');
	const store = await openStore({ url, secret, log, onStatement });
	const settings = () => store.settings.read();
	const clock = { now: () => standingAt };
	return {
		services: {
			totp: createTotp(() => standingAt),
			passkeys: createPasskeys('http://localhost:3001'),
			store,
			log,
			ids,
			clock,
			settings,
			hasher: createHasher(secret),
			demo: true,
			origin: 'http://localhost:3001',
			...options
		},
		/** What is to be written there fails from now on. */
		async dropTable(name) {
			const db = openDatabase({ url });
			await db.schema.dropTable(name).execute();
			await db.destroy();
		},
		async close() {
			await store.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
