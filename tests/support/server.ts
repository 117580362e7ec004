// Starts the real thing for a test: the built Foyer with its sandbox, on free ports and a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './free-port.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { prepareSettings } from './prepare-settings.ts';
import { cleanEnv, foyerCommand, projectFolder, runFoyer, type Ran } from './run-foyer.ts';

export type StartOptions = {
	/** A fresh SQLite file unless named, as `postgres://…`. */
	databaseUrl?: string;
	env?: NodeJS.ProcessEnv;
	/** False: no `advanceClock`, and the sandbox keeps Aliyun's limits per number. */
	clock?: boolean;
	/** Merged into the default settings. Sends per client address are unlimited unless said otherwise. */
	settings?: Record<string, unknown>;
	/** An earlier server's folder: the next one finds its database and secret. */
	dataFolder?: string;
};

export type Foyer = {
	origin: string;
	/** Where it listens, also when its origin is a public one. */
	address: string;
	sandbox: { url: string };
	inbox: Inbox;
	dataFolder: string;
	pid: number;
	/** Moves the application's time: expiries, cooldowns and budgets. Signing, OIDC and the sandbox stay in real time. */
	advanceClock(ms: number): Promise<void>;
	/** Runs `foyer …` against the same database. */
	run(args: string[], input?: string): Promise<Ran>;
	createApplication(wanted: NewApplication): Promise<TestApplication>;
	/** Everything that the server printed so far. */
	logs(): string;
	/** Settles with the exit code, null after a signal. */
	exited: Promise<number | null>;
	/** Asks politely and answers the exit code; with `keep` the data folder stays. */
	stop(options?: { keep?: boolean }): Promise<number | null>;
	/** `kill -9`, as a power cut would. */
	kill(): Promise<void>;
};

export type NewApplication = {
	type?: 'Traditional' | 'SPA' | 'Native' | 'MachineToMachine';
	name?: string;
	redirectUris: string[];
	postLogoutRedirectUris?: string[];
	/** More of `foyer app create`: `['--third-party', '--scope', 'email']`. */
	more?: string[];
};
export type TestApplication = { id: string; secret?: string; redirectUris: string[] };

const startTimeoutMs = 60_000;
/** The product's own limit per address would count all tests as one client. */
const testSettings = {
	sendPolicy: {
		perIdentifier: [
			{ count: 1, seconds: 60 },
			{ count: 5, seconds: 3600 },
			{ count: 10, seconds: 86400 }
		],
		perIp: [{ count: 100_000, seconds: 3600 }]
	}
};

export async function startFoyer(options: StartOptions = {}): Promise<Foyer> {
	const [port, sandboxPort] = await Promise.all([findFreePort(), findFreePort()]);
	const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'foyer-test-')));
	const clockFile = path.join(dataFolder, 'clock');
	const env: NodeJS.ProcessEnv = {
		PORT: String(port),
		SANDBOX_PORT: String(sandboxPort),
		FOYER_DATA_DIR: dataFolder,
		DATABASE_URL: options.databaseUrl,
		FOYER_CLOCK_FILE: options.clock === false ? undefined : clockFile,
		LOG_LEVEL: 'warn',
		...options.env
	};
	const origin = env.FOYER_ORIGIN ?? `http://localhost:${port}`;
	const sandbox = { url: `http://127.0.0.1:${sandboxPort}` };
	const run = (args: string[], input?: string) => runFoyer(args, env, input);

	const databaseUrl = env.DATABASE_URL ?? `file:${path.join(dataFolder, 'foyer.db')}`;
	await prepareSettings(databaseUrl, { ...testSettings, ...options.settings });

	const child = spawn(process.execPath, [foyerCommand, 'start', '--no-build'], {
		cwd: projectFolder,
		env: cleanEnv(env),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	child.stdout.on('data', (chunk) => (printed += chunk));
	child.stderr.on('data', (chunk) => (printed += chunk));
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const forget = () => rm(dataFolder, { recursive: true, force: true, maxRetries: 3 });
	const address = `http://127.0.0.1:${env.PORT}`;
	await waitUntilReady(address, child, () => printed);

	let clockOffset = 0;
	return {
		origin,
		address,
		sandbox,
		inbox: createInbox(sandbox.url),
		dataFolder,
		pid: child.pid ?? 0,
		async advanceClock(ms) {
			if (options.clock === false) throw new Error('this server was started without a clock to move');
			clockOffset += ms;
			await writeFile(clockFile, String(clockOffset));
		},
		run,
		createApplication: (wanted) => createApplication(run, wanted),
		logs: () => printed,
		exited: ended,
		async stop({ keep = false } = {}) {
			if (child.exitCode === null) child.kill('SIGTERM');
			const code = await ended;
			if (!keep && !options.dataFolder) await forget();
			return code;
		},
		async kill() {
			child.kill('SIGKILL');
			await ended;
		}
	};
}

async function createApplication(run: Foyer['run'], wanted: NewApplication): Promise<TestApplication> {
	const { type = 'Traditional', name = 'Test', redirectUris, postLogoutRedirectUris = [], more = [] } = wanted;
	const uris = [
		...redirectUris.flatMap((uri) => ['--redirect', uri]),
		...postLogoutRedirectUris.flatMap((uri) => ['--post-logout', uri])
	];
	const made = await run(['app', 'create', '--json', '--type', type, '--name', name, ...uris, ...more]);
	if (made.code !== 0) throw new Error(made.stderr);
	return JSON.parse(made.stdout) as TestApplication;
}

async function waitUntilReady(address: string, child: ChildProcess, printed: () => string): Promise<void> {
	const deadline = Date.now() + startTimeoutMs;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`Foyer ended with code ${child.exitCode}:\n${printed()}`);
		const response = await fetch(`${address}/api/status?ready=1`).catch(() => undefined);
		if (response?.status === 204) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	child.kill('SIGKILL');
	throw new Error(`Foyer was not ready after ${startTimeoutMs / 1000} s:\n${printed()}`);
}
