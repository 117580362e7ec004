// foyer keys: the keys that sign tokens.
import { parseArgs } from 'node:util';
import { rotateKeys } from '../../lib/server/oidc/keys.ts';
import { withVerbs, type ExitCode } from '../command.ts';
import { date, json, table } from '../terminal.ts';
import { withServices } from '../with-services.ts';

const usage = `Usage:
  foyer keys list [--json]
  foyer keys rotate

Applications learn a new key ("next") before it signs anything, and keep the old one ("previous")
while its tokens live: rotate, and rotate again no sooner than a day later.`;

export const command = withVerbs(usage, { list, rotate });

async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const keys = await withServices((services) => services.store.keys.list());
	const rows = keys.map(({ id, status, createdAt }) => ({ id, status, createdAt }));
	if (values.json) console.log(json(rows));
	else
		console.log(
			table(
				['id', 'status', 'created'],
				rows.map((key) => [key.id, key.status, date(key.createdAt)])
			)
		);
	return 0;
}

async function rotate(args: string[]): Promise<ExitCode> {
	parseArgs({ args, options: {} });
	await withServices((services) => rotateKeys(services.store.keys, services.clock.now()));
	console.log('The next key signs from now on; every Foyer process takes it up within half a minute.');
	return 0;
}
