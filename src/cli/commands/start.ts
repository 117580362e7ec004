// foyer start: builds when needed, migrates, and serves until it is asked to stop.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readEnv } from '../../lib/server/env.ts';
import { startAppServer, type AppServer } from '../app-server.ts';
import { build, isBuildStale } from '../build.ts';
import { failure, type Command, type ExitCode } from '../command.ts';
import { lockDataFolder } from '../folder-lock.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { openSandbox } from '../open-sandbox.ts';
import { prepare } from '../prepare.ts';
import { untilAskedToStop } from '../signals.ts';
import { explainListening, welcome } from '../welcome.ts';

const drainMs = 10_000;
/** For deliveries under way, and the database after them. */
const leaveMs = 8_000;

const usage = `Usage: foyer start [--no-build]

Serves Foyer on PORT (3001). While FOYER_ORIGIN is a loopback address and NODE_ENV is not
"production" this is the demo: with an Aliyun sandbox on SANDBOX_PORT (4010; 0 turns it off)
and a demo application. SIGTERM and Ctrl-C let running requests finish, for at most ten seconds.

  --no-build   serve the build that is there, even when the sources are newer`;

export const command: Command = { usage, run };

async function run(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { 'no-build': { type: 'boolean', default: false } } });
	const env = readEnv(process.env);
	const lock = lockDataFolder(env);
	if (!lock.ok) return failure(...lock.problem);
	if (!values['no-build'] && isBuildStale()) {
		console.log('Building (once, about half a minute) …');
		if (!(await build())) return failure('the build failed');
	}
	const { obstacles, consoleLink } = await prepare(env);
	if (obstacles.length > 0) return failure('this is production, and it is not ready:', ...obstacles);

	// From here on a stop must find us listening for it.
	const asked = untilAskedToStop();
	let sandbox: Sandbox | undefined;
	if (env.sandboxPort > 0) {
		try {
			sandbox = await openSandbox(env);
		} catch (error) {
			return failure(...explainListening(error, 'SANDBOX_PORT', env.sandboxPort));
		}
	}
	let app: AppServer;
	try {
		app = await startAppServer(env);
	} catch (error) {
		await sandbox?.close();
		return failure(...explainListening(error, 'PORT', env.port));
	}
	const note = env.demo ? 'demo: everything stays on this machine' : '';
	console.log(
		welcome({
			origin: env.origin,
			demo: env.demo,
			inbox: sandbox && `http://localhost:${sandbox.port}`,
			consoleLink,
			note
		})
	);

	const signal = await asked;
	console.log('\nClosing …');
	await app.stop(drainMs);
	await sandbox?.close();
	lock.release();
	leave(signal);
	return 0;
}

/** The hooks close the database on this event; what still keeps the process alive after that is not waited for. */
function leave(signal: NodeJS.Signals): void {
	(process.emit as (event: string, reason: string) => boolean)('sveltekit:shutdown', signal);
	// Not heard when the timer below has to end us.
	process.once('beforeExit', () => console.log('Closed.'));
	setTimeout(() => process.exit(0), leaveMs).unref();
}
