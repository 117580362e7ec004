// What is measured, set up: Foyer with the real connector, the bare provider beside it, and the Aliyun sandbox in here,
// so that its work never counts as Foyer's.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sandboxConnectors } from '../../src/cli/sandbox-connectors.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { findFreePort } from '../support/free-port.ts';
import { createInbox, type Inbox } from '../support/inbox.ts';
import { foyerCommand, runFoyer } from '../support/run-foyer.ts';
import type { Application } from './browser.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';

export type Stand = {
	foyer: MeasuredServer;
	bare: MeasuredServer;
	application: Application;
	inbox: Inbox;
	/** Another Foyer on data of its own, for its start: only the first one makes the tables. The caller stops it. */
	startAgain(): Promise<MeasuredServer>;
	close(): Promise<void>;
};

const redirectUri = 'http://localhost:9/callback';
const unlimited = { perMinute: Infinity, perHour: Infinity, perDay: Infinity, perNumberPerDay: Infinity };
/** The same few people sign in all the time. Short windows, or a day of sends would be read and written at every send. */
const settings = {
	signUp: { identifiers: ['phone'], password: false, verify: true },
	signIn: {
		methods: [{ identifier: 'phone', password: true, verificationCode: true, isPasswordPrimary: false }]
	},
	sendPolicy: {
		perIdentifier: [{ count: 100_000, seconds: 1 }],
		perIp: [{ count: 100_000, seconds: 1 }],
		perPrefix: [{ count: 100_000, seconds: 1 }],
		perCountry: [{ count: 10_000_000, seconds: 86_400 }],
		perApplication: [{ count: 10_000_000, seconds: 86_400 }],
		perInstallation: [{ count: 10_000_000, seconds: 86_400 }],
		cost: { perDay: 10_000_000 }
	}
};

export async function openStand(options: { nodeOptions?: string[] } = {}): Promise<Stand> {
	const sandbox = await startSandbox({ port: 0, limits: unlimited });
	const inbox = createInbox(sandbox.url);
	const dataFolder = await mkdtemp(path.join(tmpdir(), 'foyer-bench-'));
	const otherFolder = await mkdtemp(path.join(tmpdir(), 'foyer-bench-start-'));
	const env = { SANDBOX_PORT: '0', FOYER_DATA_DIR: dataFolder };
	const run = async (args: string[], input?: unknown) => {
		const ran = await runFoyer(args, env, input === undefined ? '' : JSON.stringify(input));
		if (ran.code !== 0) throw new Error(`foyer ${args.join(' ')}: ${ran.stderr}`);
		return ran.stdout;
	};
	const [sms] = sandboxConnectors(sandbox.port);
	await run(['connector', 'set', 'aliyun-sms', '--file', '-'], sms?.config);
	await run(['settings', 'set', '--file', '-'], settings);
	const created = ['app', 'create', '--json', '--type', 'Traditional', '--name', 'Bench', '--redirect', redirectUri];
	const { id, secret } = JSON.parse(await run(created)) as { id: string; secret: string };
	const application = { id, secret, redirectUri };

	const startFoyer = async (folder: string, nodeOptions: string[] = []) => {
		const port = await findFreePort();
		return startMeasured({
			command: [foyerCommand, 'start', '--no-build'],
			env: { ...env, FOYER_DATA_DIR: folder, PORT: String(port) },
			origin: `http://localhost:${port}`,
			statusPath: '/api/status',
			nodeOptions
		});
	};
	const foyer = await startFoyer(dataFolder, options.nodeOptions);
	const bare = await startBare(application);
	return {
		foyer,
		bare,
		application,
		inbox,
		startAgain: () => startFoyer(otherFolder),
		async close() {
			await Promise.all([foyer.stop(), bare.stop(), sandbox.close()]);
			for (const folder of [dataFolder, otherFolder]) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		}
	};
}

async function startBare({ id, secret }: Application): Promise<MeasuredServer> {
	const port = await findFreePort();
	return startMeasured({
		command: [path.join(import.meta.dirname, 'bare-provider.ts')],
		env: {
			BENCH_PORT: String(port),
			BENCH_CLIENT_ID: id,
			BENCH_CLIENT_SECRET: secret,
			BENCH_REDIRECT_URI: redirectUri
		},
		origin: `http://localhost:${port}`,
		statusPath: '/.well-known/openid-configuration'
	});
}
