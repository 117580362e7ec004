// foyer user: the people who signed up.
import { parseArgs } from 'node:util';
import { accountClientId } from '../../lib/contract/account/access.ts';
import { consoleClientId } from '../../lib/contract/console.ts';
import { resetFactors } from '../../lib/server/usecases/factors/reset-factors.ts';
import { findUser } from '../../lib/server/usecases/find-user.ts';
import { listGrants, type GivenGrant } from '../../lib/server/usecases/list-grants.ts';
import type { FactorHolder, Services, User } from '../../lib/server/usecases/ports.ts';
import { removeUser } from '../../lib/server/usecases/remove-user.ts';
import { suspendUser } from '../../lib/server/usecases/suspend-user.ts';
import { unlockUser } from '../../lib/server/usecases/unlock-user.ts';
import { withdrawConsent } from '../../lib/server/usecases/withdraw-consent.ts';
import { failure, misuse, withVerbs, type ExitCode } from '../command.ts';
import { bad, bold, date, json, table } from '../terminal.ts';
import { withServices } from '../with-services.ts';

const usage = `Usage:
  foyer user list [--search <text>] [--limit <n>] [--offset <n>] [--json]
  foyer user show <who> [--json]
  foyer user suspend <who>        ends every session and token of the account, too
  foyer user resume <who>
  foyer user unlock <who>         forgets failed attempts: the next one counts as the first
  foyer user remove <who> --yes   cannot be undone
  foyer user factors <who> [--json]
  foyer user reset-factors <who> --yes   for somebody who has lost them: ask who they are first
  foyer user grants <who> [--json]
  foyer user revoke <who> <app>   ends what the application was granted, and its tokens

<who> is an id, a phone number (+86 138 0013 8000), an email address or a username.`;

export const command = withVerbs(usage, {
	list,
	show,
	suspend: (args) => setSuspended(args, true),
	resume: (args) => setSuspended(args, false),
	unlock,
	remove,
	factors,
	'reset-factors': forgetFactors,
	grants,
	revoke
});

async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({
		args,
		options: {
			search: { type: 'string' },
			limit: { type: 'string', default: '20' },
			offset: { type: 'string', default: '0' },
			json: { type: 'boolean' }
		}
	});
	const page = { search: values.search, limit: Number(values.limit), offset: Number(values.offset) };
	if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > 1000) return misuse('--limit is 1 to 1000');
	if (!Number.isInteger(page.offset) || page.offset < 0) return misuse('--offset is 0 or more');
	const users = await withServices((services) => services.store.users.list(page));
	if (values.json) console.log(json(users));
	else if (users.length === 0) console.log('Nobody.');
	else console.log(table(['id', 'phone', 'email', 'username', 'last sign-in', ''], users.map(row)));
	return 0;
}

async function show(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
	return withUser(positionals, async (services, user) => {
		if (values.json) console.log(json(user));
		else console.log(describe(user));
		return 0;
	});
}

async function setSuspended(args: string[], isSuspended: boolean): Promise<ExitCode> {
	const { positionals } = parseArgs({ args, allowPositionals: true });
	return withUser(positionals, async (services, user) => {
		const done = await suspendUser(services, user.id, isSuspended);
		if (!done.ok) return failure(`${user.id} is gone`);
		console.log(isSuspended ? `${user.id} is suspended and signed out everywhere.` : `${user.id} may sign in again.`);
		return 0;
	});
}

async function unlock(args: string[]): Promise<ExitCode> {
	const { positionals } = parseArgs({ args, allowPositionals: true });
	return withUser(positionals, async (services, user) => {
		await unlockUser(services, user.id);
		console.log(`${user.id} may try again.`);
		return 0;
	});
}

async function remove(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { yes: { type: 'boolean' } } });
	if (!values.yes) return misuse('this cannot be undone: add --yes');
	return withUser(positionals, async (services, user) => {
		const done = await removeUser(services, user.id);
		if (!done.ok) return failure(`${user.id} is gone`);
		console.log(`${user.id} is removed.`);
		return 0;
	});
}

async function factors(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
	return withUser(positionals, async ({ store }, user) => {
		const owned = (await store.factors.findHolder(user.id))?.factors ?? [];
		if (values.json) console.log(json(owned));
		else if (owned.length === 0) console.log('No second factor.');
		else console.log(table(['type', 'since', 'last used', 'left'], owned.map(factorRow)));
		return 0;
	});
}

async function forgetFactors(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { yes: { type: 'boolean' } } });
	if (!values.yes) return misuse('whoever asks for this may be the thief of the password: be sure, then add --yes');
	return withUser(positionals, async (services, user) => {
		const removed = await resetFactors(services, user.id);
		console.log(`${user.id} has no second factor any more (${removed} removed).`);
		return 0;
	});
}

async function grants(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
	return withUser(positionals, async (services, user) => {
		const given = await listGrants(services, user.id);
		if (values.json) console.log(json(given));
		else if (given.length === 0) console.log('No application.');
		else console.log(table(['app id', 'name', 'since', 'scopes'], given.map(grantRow)));
		return 0;
	});
}

async function revoke(args: string[]): Promise<ExitCode> {
	const { positionals } = parseArgs({ args, allowPositionals: true });
	const [, applicationId] = positionals;
	if (!applicationId) return misuse('whose, and which application? foyer user grants <who> shows the ids');
	return withUser(positionals, async (services, user) => {
		const done = await withdrawConsent(services, user.id, applicationId);
		if (!done.ok) return failure(`"${applicationId}" was granted nothing by ${user.id}`);
		console.log(`${applicationId} has no access to ${user.id} any more.`);
		return 0;
	});
}

async function withUser(
	[who]: string[],
	run: (services: Services, user: User) => Promise<ExitCode>
): Promise<ExitCode> {
	if (!who) return misuse('who? An id, a phone number, an email address or a username');
	return withServices(async (services) => {
		const user = await findUser(services, who);
		return user ? run(services, user) : failure(`nobody here is "${who}"`);
	});
}

function row(user: User): string[] {
	const phone = user.primaryPhone ? `+${user.primaryPhone}` : '';
	const state = user.isSuspended ? 'suspended' : '';
	return [user.id, phone, user.primaryEmail ?? '', user.username ?? '', date(user.lastSignInAt), state];
}

function factorRow({ type, createdAt, lastUsedAt, remaining }: FactorHolder['factors'][number]): string[] {
	return [type, date(createdAt), date(lastUsedAt), remaining === undefined ? '' : String(remaining)];
}

const builtIn = new Set<string>([accountClientId, consoleClientId]);

function grantRow({ applicationId, applicationName, since, scopes }: GivenGrant): string[] {
	return [
		applicationId,
		applicationName ?? (builtIn.has(applicationId) ? '(built in)' : '(removed)'),
		date(since),
		scopes.join(' ')
	];
}

function describe(user: User): string {
	const facts: [string, string | undefined][] = [
		['phone', user.primaryPhone && `+${user.primaryPhone}`],
		['email', user.primaryEmail],
		['username', user.username],
		['name', user.name],
		['password', user.password && `set ${date(user.password.updatedAt)}`],
		['created', date(user.createdAt)],
		['last sign-in', date(user.lastSignInAt)],
		['first application', user.applicationId]
	];
	const lines = facts.filter(([, value]) => value).map(([label, value]) => `  ${label.padEnd(18)}${value}`);
	return [`${bold(user.id)}${user.isSuspended ? ` ${bad('suspended')}` : ''}`, ...lines].join('\n');
}
