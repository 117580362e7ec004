// Starts the real thing for a test: the built Foyer with its sandbox, on free ports and a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApplication, type NewApplication, type TestApplication } from './create-application.ts';
import { findFreePort } from './free-port.ts';
import { openInbox, type Inbox } from './inbox.ts';
import { claimNamespace, type Namespace } from './namespace.ts';
import { foyerCommand, packageFolder } from './package-folder.ts';
import { prepareSettings } from './prepare-settings.ts';
import { cleanEnv, runFoyer, type Ran } from './run-foyer.ts';
import { request } from './sandbox-request.ts';

export type StartOptions = {
	/** A fresh SQLite file unless named, as `postgres://…`. */
	databaseUrl?: string;
	env?: NodeJS.ProcessEnv;
	/** False: no clock to move, and the sandbox keeps Aliyun's limits per number. */
	clock?: boolean;
	/** Merged into the default settings. Sends per client address are unlimited unless said otherwise. */
	settings?: Record<string, unknown>;
	/** An earlier server's folder: the next one finds its database and secret. */
	dataFolder?: string;
};

export type Foyer = {
	/** Its issuer is `<origin>/oidc`. */
	origin: string;
	/** Where it listens, also when its origin is a public one. */
	address: string;
	sandbox: { url: string };
	inbox: Inbox;
	clock: {
		/**
		 * Moves time on, in milliseconds: Foyer's expiries, cooldowns and budgets, and the sandbox's limits and late
		 * deliveries. Signing, tokens and browsers stay in real time.
		 */
		advance(ms: number): Promise<void>;
	};
	/** Recipients of one test alone. */
	namespace(name?: string): Promise<Namespace>;
	dataFolder: string;
	pid: number;
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

const startTimeoutMs = 60_000;
const startAttempts = 3;
/** The product's own limit per address would count all tests as one client. */
const testSettings = {
	sendPolicy: {
		perIdentifier: [
			{ count: 1, seconds: 60 },
			{ count: 5, seconds: 3600 },
			{ count: 10, seconds: 86400 }
		],
		perIp: [{ count: 100_000, seconds: 3600 }],
		// Nor would numbers that lie side by side, many of them, or codes that nobody enters be told from an attack.
		...{ perPrefix: [], perCountry: [], perApplication: [], perInstallation: [] },
		breaker: { minimum: 100_000 },
		cost: { perDay: 1_000_000 }
	}
};

/** A port that was free a moment ago may be somebody's by the time it is listened on: then others are taken. */
export async function startFoyer(options: StartOptions = {}): Promise<Foyer> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await startOnce(options);
		} catch (error) {
			if (attempt === startAttempts || !/port \d+ is in use/.test(String(error))) throw error;
		}
	}
}

async function startOnce(options: StartOptions): Promise<Foyer> {
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
	const sendPolicy = { ...testSettings.sendPolicy, ...(options.settings?.sendPolicy as object) };
	await prepareSettings(databaseUrl, { ...testSettings, ...options.settings, sendPolicy });

	const child = spawn(process.execPath, [foyerCommand, 'start', '--no-build'], {
		cwd: packageFolder,
		env: cleanEnv(env),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	child.stdout.on('data', (chunk) => (printed += chunk));
	child.stderr.on('data', (chunk) => (printed += chunk));
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const forget = () => rm(dataFolder, { recursive: true, force: true, maxRetries: 3 });
	const address = `http://127.0.0.1:${env.PORT}`;
	await untilReady(address, child, () => printed);

	let clockOffset = 0;
	return {
		origin,
		address,
		sandbox,
		inbox: openInbox(sandbox.url),
		clock: {
			async advance(ms) {
				if (options.clock === false) throw new Error('this server was started without a clock to move');
				clockOffset += ms;
				await writeFile(clockFile, String(clockOffset));
				if (env.SANDBOX_PORT !== '0') await request(sandbox.url, 'POST', 'clock', { advanceMs: ms });
			}
		},
		namespace: (name) => claimNamespace(sandbox.url, name),
		dataFolder,
		pid: child.pid ?? 0,
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

/** `foyer start` says when its door is open; then the database has to answer, too. */
async function untilReady(address: string, child: ChildProcess, printed: () => string): Promise<void> {
	const opened = new Promise<'open' | 'ended' | 'late'>((resolve) => {
		const timer = setTimeout(() => resolve('late'), startTimeoutMs);
		const settle = (outcome: 'open' | 'ended') => {
			clearTimeout(timer);
			resolve(outcome);
		};
		child.stdout?.on('data', () => printed().includes('Foyer is open') && settle('open'));
		child.once('close', () => settle('ended'));
	});
	const outcome = await opened;
	if (outcome === 'ended') throw new Error(`Foyer ended with code ${child.exitCode}:\n${printed()}`);
	const status = outcome === 'open' ? await fetch(`${address}/api/status?ready=1`).then(({ status }) => status) : 0;
	if (status === 204) return;
	child.kill('SIGKILL');
	throw new Error(`Foyer was not ready after ${startTimeoutMs / 1000} s (status ${status}):\n${printed()}`);
}
