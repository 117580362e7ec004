// foyer doctor: looks at an installation and says what is wrong with it.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readEnv, type Env } from '../../lib/server/env.ts';
import { pendingMigrations } from '../../lib/server/store/migrate.ts';
import { isBuildStale } from '../build.ts';
import type { Command, ExitCode } from '../command.ts';
import { bad, faint, good, json } from '../terminal.ts';

const usage = `Usage: foyer doctor [--json]

Checks the environment, the database, the connectors and whether the origin answers.
Changes nothing. Exit code 1 when something is wrong.`;

export const command: Command = { usage, run };

type Finding = { what: string; isFine: boolean; detail: string };

async function run(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const findings = await examine();
	if (values.json) console.log(json(findings));
	for (const { what, isFine, detail } of values.json ? [] : findings) {
		console.log(`${isFine ? good('✓') : bad('✗')} ${what.padEnd(12)} ${isFine ? faint(detail) : detail}`);
	}
	return findings.every(({ isFine }) => isFine) ? 0 : 1;
}

async function examine(): Promise<Finding[]> {
	let env: Env;
	try {
		env = readEnv(process.env);
	} catch (error) {
		return [{ what: 'environment', isFine: false, detail: tell(error) }];
	}
	return [
		{ what: 'environment', isFine: true, detail: `${env.demo ? 'demo' : 'production'}, ${env.origin}` },
		await check('build', async () => {
			if (isBuildStale()) throw new Error('missing or older than the sources: npm run build');
			return 'up to date';
		}),
		await check('database', async () => {
			const pending = await pendingMigrations(env.databaseUrl);
			if (pending.length > 0) throw new Error(`${pending.join(', ')} still to run: foyer migrate`);
			return `${env.databaseUrl.split(':')[0]}, up to date`;
		}),
		await check('connectors', listConnectors),
		await check('origin', () => knock(env.origin))
	];
}

async function check(what: string, run: () => Promise<string>): Promise<Finding> {
	try {
		return { what, isFine: true, detail: await run() };
	} catch (error) {
		return { what, isFine: false, detail: tell(error) };
	}
}

async function listConnectors(): Promise<string> {
	const { closeServices, services } = await import('../../lib/server/services.ts');
	try {
		const { store } = await services();
		const enabled = (await store.connectors.list()).filter((record) => record.enabled);
		if (enabled.length === 0) throw new Error('none is enabled, no code can be sent: foyer connector set --help');
		return enabled.map((record) => record.connectorId).join(', ');
	} finally {
		await closeServices();
	}
}

async function knock(origin: string): Promise<string> {
	const response = await fetch(`${origin}/api/status?ready=1`, {
		signal: AbortSignal.timeout(5000),
		redirect: 'manual'
	});
	if (response.status !== 204) throw new Error(`${origin} answers ${response.status} instead of 204`);
	return 'answers and is ready';
}

function tell(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause instanceof Error && error.cause.message ? ` (${error.cause.message})` : '';
	return error.message.replace(/\s*\n\s*/g, ' ') + cause;
}
