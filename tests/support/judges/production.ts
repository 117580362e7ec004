// Foyer under production's rules: an https origin behind nginx, a secret, the real connector without an address of ours.
import path from 'node:path';
import { sandboxConnectors } from '../../../src/cli/sandbox-connectors.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { findFreePort } from '../free-port.ts';
import { createInbox } from '../inbox.ts';
import { startFoyer, type Foyer } from '../server.ts';
import { startNginx } from './nginx.ts';

export type Production = Omit<Foyer, 'stop'> & { stop(): Promise<void> };

export async function startProduction(): Promise<Production> {
	const [https, upstream] = await Promise.all([findFreePort(), findFreePort()]);
	const sandbox = await startSandbox({ port: 0 });
	const foyer = await startFoyer({
		clock: false,
		env: {
			FOYER_ORIGIN: `https://localhost:${https}`,
			FOYER_SECRET: 'correct horse battery staple, 2026',
			FOYER_TRUSTED_PROXIES: '127.0.0.1',
			HOST: '127.0.0.1',
			PORT: String(upstream),
			SANDBOX_PORT: '0',
			NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'aliyun-detour.ts')}`,
			DETOUR_TO: sandbox.url
		}
	});
	await connectAliyun(foyer);
	const nginx = await startNginx({ https, upstream });
	return {
		...foyer,
		sandbox,
		inbox: createInbox(sandbox.url),
		async stop() {
			await nginx.stop();
			await foyer.stop();
			await sandbox.close();
		}
	};
}

/** As an operator does: account, signature and templates, and no endpoint. */
async function connectAliyun(foyer: Foyer): Promise<void> {
	const sms = sandboxConnectors(0).find(({ connectorId }) => connectorId.includes('short-message'));
	const configuration = { ...(sms?.config as Record<string, unknown>), endpoint: undefined };
	const set = await foyer.run(['connector', 'set', 'aliyun-sms', '--file', '-'], JSON.stringify(configuration));
	if (set.code !== 0) throw new Error(set.stderr);
}
