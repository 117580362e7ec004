// Writes settings into a database before its server starts: quicker than one more process.
import { migrateStore } from '../lib/server/store/migrate.ts';
import { openStore } from '../lib/server/store/open.ts';
import { createLog } from '../lib/server/telemetry/log.ts';
import { decideSettings } from '../lib/server/usecases/write-settings.ts';

export async function prepareSettings(url: string, changes: Record<string, unknown>): Promise<void> {
	await migrateStore(url);
	// Settings are not sealed, so the server's own secret is not needed here.
	const store = await openStore({ url, secret: 'nothing is sealed with this one', log: createLog('silent') });
	try {
		// The server will have both connectors: those of the sandbox, which it seeds when it starts.
		const channels = { sms: true, email: true };
		const written = await store.settings.change((before) => decideSettings(before, changes, { channels }));
		if (!written.ok) throw new Error(`the settings were refused: ${JSON.stringify(written.problem)}`);
	} finally {
		await store.close();
	}
}
