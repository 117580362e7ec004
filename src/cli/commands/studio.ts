// foyer studio: links to the designers' studio, which outside the demo is open to nobody else.
import { parseArgs } from 'node:util';
import { readEnv } from '../../lib/server/env.ts';
import { createStudioLinks } from '../../lib/server/guard/studio-link.ts';
import { misuse, withVerbs, type ExitCode } from '../command.ts';

const usage = `Usage: foyer studio link [--hours <hours>]

Prints a link to the studio: every screen in every state, drawn with the brand of this
installation. Whoever has the link can look until it ends, 24 hours from now unless said
otherwise (at most 720), and can change nothing. A new FOYER_SECRET ends all links.`;

export const command = withVerbs(usage, { link });

const longestHours = 720;

async function link(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { hours: { type: 'string', default: '24' } } });
	const hours = Number(values.hours);
	if (!(hours > 0 && hours <= longestHours)) return misuse(`--hours is a number up to ${longestHours}`);
	const { origin, secret } = readEnv(process.env);
	const until = Date.now() + Math.round(hours * 3_600_000);
	console.log(`${origin}/studio?token=${createStudioLinks(secret).mint(until)}`);
	return 0;
}
