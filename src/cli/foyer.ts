#!/usr/bin/env node
// The `foyer` tool: finds the command, runs it, and turns whatever went wrong into words and an exit code.
import process from 'node:process';
import { failure, misuse, type Command, type ExitCode } from './command.ts';

type Entry = { summary: string; load(): Promise<{ command: Command }> };

/** Loaded one at a time: `foyer keys` need not wait for what `foyer start` needs. */
const commands: Record<string, Entry> = {
	start: { summary: 'start Foyer (and, in demo mode, the Aliyun sandbox)', load: () => import('./commands/start.ts') },
	dev: { summary: 'the same from source, reloading as you edit', load: () => import('./commands/dev.ts') },
	migrate: { summary: 'bring the database to this version', load: () => import('./commands/migrate.ts') },
	seed: { summary: 'add the demo application and sandbox connectors', load: () => import('./commands/seed.ts') },
	app: { summary: 'create, list, show, change and remove applications', load: () => import('./commands/app.ts') },
	connector: { summary: 'set, list and test what delivers codes', load: () => import('./commands/connector.ts') },
	user: {
		summary: 'list, show, suspend, resume and remove users; end grants',
		load: () => import('./commands/user.ts')
	},
	admin: {
		summary: 'say who may use the console, and print a link that signs in',
		load: () => import('./commands/admin.ts')
	},
	keys: { summary: 'list and rotate the signing keys', load: () => import('./commands/keys.ts') },
	settings: { summary: 'show and set the sign-in experience', load: () => import('./commands/settings.ts') },
	studio: { summary: 'make a link to the studio for a while', load: () => import('./commands/studio.ts') },
	doctor: { summary: 'say what is wrong with this installation', load: () => import('./commands/doctor.ts') }
};

function overview(): string {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	const lines = Object.entries(commands).map(([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}`);
	return ['Usage: foyer <command> [options]', '', ...lines, '', 'foyer <command> --help tells more.'].join('\n');
}

/** node:util marks what `parseArgs` refuses with codes of this family. */
function isMisuse(error: unknown): error is Error {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

async function main([name, ...args]: string[]): Promise<ExitCode> {
	if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
		console.log(overview());
		return name === undefined ? 2 : 0;
	}
	const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!entry) return misuse(`there is no command "${name}"`, 'foyer help lists them.');
	const { command } = await entry.load();
	if (args.includes('--help') || args.includes('-h')) {
		console.log(command.usage);
		return 0;
	}
	try {
		const code = await command.run(args);
		if (code === 2) console.error(`\n${command.usage}`);
		return code;
	} catch (error) {
		if (isMisuse(error)) {
			misuse(error.message);
			console.error(`\n${command.usage}`);
			return 2;
		}
		if (process.env.LOG_LEVEL === 'debug') throw error;
		return failure(error instanceof Error ? error.message : String(error));
	}
}

process.exitCode = await main(process.argv.slice(2));
