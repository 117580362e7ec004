// foyer migrate: brings the database to the shape that this version needs.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readEnv } from '../../lib/server/env.ts';
import { migrateStore } from '../../lib/server/store/migrate.ts';
import type { Command } from '../command.ts';
import { inWords } from '../database-fault.ts';

const usage = `Usage: foyer migrate

Brings the database to this version. Safe to run at any time and from several machines at once;
"foyer start" does it by itself.`;

export const command: Command = {
	usage,
	async run(args) {
		parseArgs({ args, options: {} });
		const { databaseUrl } = readEnv(process.env);
		const done = await inWords(databaseUrl, () => migrateStore(databaseUrl));
		console.log(`The database is up to date${done.length > 0 ? `: ran ${done.join(', ')}` : ''}.`);
		return 0;
	}
};
