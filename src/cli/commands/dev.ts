// foyer dev: the same from source, with Vite.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readEnv } from '../../lib/server/env.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { isCheckout } from '../build.ts';
import { failure, type Command, type ExitCode } from '../command.ts';
import { lockDataFolder } from '../folder-lock.ts';
import { openSandbox } from '../open-sandbox.ts';
import { prepare } from '../prepare.ts';
import { projectFolder } from '../project-folder.ts';
import { untilAskedToStop } from '../signals.ts';
import { explainListening, welcome } from '../welcome.ts';

const usage = `Usage: foyer dev

Serves Foyer from its sources on PORT (3001) and the Aliyun sandbox on SANDBOX_PORT (4010).
Content Security Policy and request limits are those of development: judge them on "foyer start".`;

export const command: Command = { usage, run };

async function run(args: string[]): Promise<ExitCode> {
	parseArgs({ args, options: {} });
	if (!isCheckout) return failure('dev needs the sources: run it in a checkout of Foyer, or use "foyer start"');
	// SvelteKit finds its configuration in the working folder only.
	process.chdir(projectFolder);
	const env = readEnv(process.env);
	if (!env.demo) return failure('dev is for the demo only: unset NODE_ENV and FOYER_ORIGIN');
	const lock = lockDataFolder(env);
	if (!lock.ok) return failure(...lock.problem);
	const { consoleLink } = await prepare(env);
	const asked = untilAskedToStop();
	const { createServer } = await import('vite');
	const vite = await createServer({
		server: { port: env.port, strictPort: true, host: env.host }
	});
	let sandbox: Sandbox | undefined;
	try {
		if (env.sandboxPort > 0) sandbox = await openSandbox(env);
	} catch (error) {
		await vite.close();
		return failure(...explainListening(error, 'SANDBOX_PORT', env.sandboxPort));
	}
	// With `strictPort` Vite says by itself which port is taken.
	await vite.listen();
	console.log(
		welcome({
			origin: env.origin,
			demo: true,
			inbox: sandbox && `http://localhost:${sandbox.port}`,
			consoleLink,
			note: 'from source'
		})
	);
	await asked;
	await vite.close();
	await sandbox?.close();
	lock.release();
	setTimeout(() => process.exit(0), 2000).unref();
	return 0;
}
