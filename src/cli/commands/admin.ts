// foyer admin: who may use the console.
import { parseArgs } from 'node:util';
import {
	dismissAdministrator,
	linkAdministrator,
	makeAdministrator
} from '../../lib/server/usecases/administrators.ts';
import { findUser } from '../../lib/server/usecases/find-user.ts';
import type { Services, User } from '../../lib/server/usecases/ports.ts';
import { failure, misuse, withVerbs, type ExitCode } from '../command.ts';
import { bad, date, faint, json, table } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { explain } from '../words.ts';

const usage = `Usage:
  foyer admin create <email> [--json]    an account that may use the console, or one that is there already
  foyer admin link [<who>] [--hours <hours>]
  foyer admin list [--json]
  foyer admin remove <who>               the account stays; the console is closed to it at once

"link" prints an address that signs an administrator in to the console, once: the first one
unless you say who. It is good for an hour unless said otherwise (at most 24), whatever the
settings of the sign-in experience are, and however wrong a connector's key.

<who> is an id, a phone number, an email address or a username.`;

export const command = withVerbs(usage, { create, link, list, remove });

const longestHours = 24;

async function create(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
	const [email] = positionals;
	if (!email) return misuse('whose? Give the email address of the administrator');
	const made = await withServices((services) => makeAdministrator(services, email));
	if (!made.ok && made.problem.code === 'user.invalid_email') return failure(`"${email}" is not an email address`);
	if (!made.ok) return failure(explain(made.problem));
	if (values.json) console.log(json(made.value));
	else console.log(`${email} may use the console.\n${faint(`Sign in for the first time: foyer admin link ${email}`)}`);
	return 0;
}

async function link(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { hours: { type: 'string', default: '1' } }
	});
	const hours = Number(values.hours);
	if (!(hours > 0 && hours <= longestHours)) return misuse(`--hours is a number up to ${longestHours}`);
	return withAdministrator(positionals[0], async (services, user) => {
		const made = await linkAdministrator(services, user, Math.round(hours * 3_600_000));
		if (!made.ok) return failure(`${user.id} has no email address, which the link needs`);
		console.log(made.value);
		return 0;
	});
}

async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const all = await withServices(({ store }) => store.users.listAdmins());
	if (values.json) console.log(json(all));
	else if (all.length === 0) console.log('No administrator yet: foyer admin create <email>');
	else console.log(table(['id', 'email', 'username', 'last sign-in', ''], all.map(row)));
	return 0;
}

async function remove(args: string[]): Promise<ExitCode> {
	const { positionals } = parseArgs({ args, allowPositionals: true });
	if (!positionals[0]) return misuse('who? foyer admin list shows them');
	return withAdministrator(positionals[0], async (services, user) => {
		const done = await dismissAdministrator(services, user.id);
		if (!done.ok) return failure(`${user.id} is gone`);
		console.log(`${user.primaryEmail ?? user.id} may not use the console any more.`);
		return 0;
	});
}

async function withAdministrator(
	who: string | undefined,
	run: (services: Services, user: User) => Promise<ExitCode>
): Promise<ExitCode> {
	return withServices(async (services) => {
		const user = who ? await findUser(services, who) : (await services.store.users.listAdmins())[0];
		if (!user)
			return failure(who ? `nobody here is "${who}"` : 'there is no administrator yet: foyer admin create <email>');
		if (!user.isAdmin) return failure(`${who} is no administrator: foyer admin create makes one`);
		return run(services, user);
	});
}

function row(user: User): string[] {
	const state = user.isSuspended ? bad('suspended') : '';
	return [user.id, user.primaryEmail ?? '', user.username ?? '', date(user.lastSignInAt), state];
}
