// foyer seed: puts the demo application and the sandbox connectors into the database.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readEnv } from '../../lib/server/env.ts';
import { failure, type Command } from '../command.ts';
import { lockDataFolder } from '../folder-lock.ts';
import { prepare } from '../prepare.ts';

const usage = `Usage: foyer seed

Adds the demo application, and connectors pointed at the Aliyun sandbox. Demo mode only;
"foyer start" does it by itself. What you configured yourself stays.`;

export const command: Command = {
	usage,
	async run(args) {
		parseArgs({ args, options: {} });
		const env = readEnv(process.env);
		if (!env.demo) return failure('this is production: there is no demo to seed');
		const lock = lockDataFolder(env);
		if (!lock.ok) return failure(...lock.problem);
		await prepare(env);
		lock.release();
		console.log('The demo application and its connectors are in place.');
		return 0;
	}
};
