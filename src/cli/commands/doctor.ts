// foyer doctor: looks at an installation and says what is wrong with it.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseEnv } from '../../lib/server/env.ts';
import { pendingMigrations } from '../../lib/server/store/migrate.ts';
import { reviewSettings } from '../../lib/server/usecases/review-settings.ts';
import { isBuildStale } from '../build.ts';
import type { Command, ExitCode } from '../command.ts';
import { inWords } from '../database-fault.ts';
import { bad, faint, good, json } from '../terminal.ts';
import { explain } from '../words.ts';

const usage = `Usage: foyer doctor [--json]

Checks the environment, the database, the connectors, the settings and whether the origin answers.
Changes nothing. Exit code 1 when something is wrong.`;

export const command: Command = { usage, run };

type Finding = { what: string; isFine: boolean; detail: string };
type ParsedEnv = ReturnType<typeof parseEnv>;

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
	let env: ParsedEnv;
	try {
		env = parseEnv(process.env);
	} catch (error) {
		return [{ what: 'environment', isFine: false, detail: tell(error) }];
	}
	const database = await check('database', () => lookAtDatabase(env));
	return [
		{ what: 'environment', isFine: true, detail: `${env.demo ? 'demo' : 'production'}, ${env.origin}` },
		await check('build', async () => {
			if (isBuildStale())
				throw new Error('missing or older than the sources: npm run build (npm start does it by itself)');
			return 'up to date';
		}),
		database,
		...(database.isFine ? [await check('connectors', listConnectors), await check('settings', judgeSettings)] : []),
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

/** Opening a file that is not there, or the services without a secret, would make one. */
async function lookAtDatabase({ databaseUrl, secret, dataFolder }: ParsedEnv): Promise<string> {
	const file = /^file:(.*)/.exec(databaseUrl)?.[1];
	if (file && !existsSync(file)) throw new Error(`${file} is not there yet: npm start makes it`);
	const pending = await inWords(databaseUrl, () => pendingMigrations(databaseUrl));
	if (pending.length > 0) throw new Error(`${pending.join(', ')} still to run: foyer migrate`);
	if (!secret) throw new Error(`its secret is missing: set FOYER_SECRET, or bring back ${dataFolder}/secret`);
	return `${databaseUrl.split(':')[0]}, up to date`;
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

async function judgeSettings(): Promise<string> {
	const { closeServices, services } = await import('../../lib/server/services.ts');
	try {
		const flaws = await reviewSettings(await services());
		if (flaws.length > 0) throw new Error(flaws.map(explain).join('; '));
		return 'keep every rule';
	} finally {
		await closeServices();
	}
}

async function knock(origin: string): Promise<string> {
	const elsewhere = 'If Foyer is open at another address, give this command the same PORT or FOYER_ORIGIN.';
	const request = { signal: AbortSignal.timeout(5000), redirect: 'manual' } as const;
	const response = await fetch(`${origin}/api/status?ready=1`, request).catch((error: unknown) => {
		throw new Error(`nothing answers at ${origin}${reasonOf(error)}. ${elsewhere}`);
	});
	if (response.status === 503) throw new Error(`${origin} answers, but is not ready: look at its database and its log`);
	if (response.status !== 204)
		throw new Error(`what answers at ${origin} is not Foyer (${response.status}). ${elsewhere}`);
	return 'answers and is ready';
}

function reasonOf(error: unknown): string {
	const { cause } = error as { cause?: { code?: string } };
	return cause?.code ? ` (${cause.code})` : '';
}

function tell(error: unknown): string {
	return error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
}
