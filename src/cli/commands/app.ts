// foyer app: the applications that may send their users here.
import { parseArgs } from 'node:util';
import { defaultConsentScopes } from '../../lib/contract/consent.ts';
import { createApplication } from '../../lib/server/usecases/applications/create.ts';
import { applicationTypes } from '../../lib/contract/application-types.ts';
import type { Application } from '../../lib/server/usecases/ports.ts';
import { removeApplication } from '../../lib/server/usecases/applications/remove.ts';
import { renewSecret } from '../../lib/server/usecases/applications/renew-secret.ts';
import { updateApplication, type ApplicationChanges } from '../../lib/server/usecases/applications/update.ts';
import { failure, misuse, withVerbs, type ExitCode } from '../command.ts';
import { bold, date, faint, json, table } from '../terminal.ts';
import { explain } from '../words.ts';
import { look } from '../app-look.ts';
import { withServices } from '../with-services.ts';

const whichOne = 'which application? foyer app list shows the ids';

const usage = `Usage:
  foyer app create --type <type> --name <name> --redirect <uri> [--redirect <uri> …]
                   [--post-logout <uri> …] [--description <text>] [--json]
                   [--management]
                   [--third-party [--scope <scope> …] [--terms <url>] [--privacy <url>]]
  foyer app list [--json]
  foyer app show <id> [--json]
  foyer app update <id> [--name <name>] [--redirect <uri> …] [--post-logout <uri> …] [--description <text>]
                   [--management | --no-management] [--json]
  foyer app secret <id> [--json]    makes a new secret; the old ones stop working
  foyer app look <id> --file <file>   shows its users other colours, logo or links (--none: those of all)
  foyer app remove <id>

What "update" names replaces what was there, a list as a whole; --post-logout "" leaves that list empty.

Types: Traditional (a server renders the pages), SPA, Native, MachineToMachine.
--management lets a MachineToMachine application use the management API: settings, accounts, everything.
A third party asks people for their consent. It may ask for openid, profile, email, phone and offline_access, or for
the scopes that you name.

Example, for the SDK guides' application on port 3000:
  foyer app create --type Traditional --name Bookstore \\
    --redirect http://localhost:3000/callback --post-logout http://localhost:3000/`;

export const command = withVerbs(usage, { create, list, show, update, secret, look, remove });

async function create(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({
		args,
		options: {
			type: { type: 'string' },
			name: { type: 'string' },
			description: { type: 'string' },
			redirect: { type: 'string', multiple: true, default: [] },
			'post-logout': { type: 'string', multiple: true, default: [] },
			management: { type: 'boolean' },
			'third-party': { type: 'boolean', default: false },
			scope: { type: 'string', multiple: true },
			terms: { type: 'string' },
			privacy: { type: 'string' },
			json: { type: 'boolean', default: false }
		}
	});
	const type = applicationTypes.find((known) => known.toLowerCase() === values.type?.toLowerCase());
	if (!type) return misuse(`--type is one of ${applicationTypes.join(', ')}`);
	if (!values.name) return misuse('--name is missing');
	if (type !== 'MachineToMachine' && values.redirect.length === 0) return misuse('--redirect is missing');
	const wanted = {
		type,
		name: values.name,
		description: values.description,
		redirectUris: values.redirect,
		postLogoutRedirectUris: values['post-logout'],
		mayManage: values.management,
		isThirdParty: values['third-party'],
		scopes: values.scope,
		termsOfUseUrl: values.terms,
		privacyPolicyUrl: values.privacy
	};
	return withServices(async (services) => {
		const created = await createApplication(services, wanted);
		if (!created.ok) return failure(explain(created.problem));
		if (values.json) console.log(json(withSecret(created.value)));
		else describeNew(created.value, services.origin, 'is registered');
		return 0;
	});
}

function describeNew(application: Application, origin: string, news: string): void {
	console.log(`${bold(application.name)} ${news}.\n`);
	console.log(`  endpoint    ${origin}`);
	console.log(`  app id      ${application.id}`);
	for (const { value } of application.secrets) {
		console.log(`  app secret  ${value}`);
		console.log(faint('\nThe secret is shown this once: put it where your application keeps its secrets.'));
	}
}

async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const applications = await withServices((services) => services.store.applications.list());
	if (values.json) console.log(json(applications.map(withoutSecrets)));
	else if (applications.length === 0) console.log('No application yet: foyer app create --help');
	else console.log(table(['id', 'type', 'name', 'created'], applications.map(row)));
	return 0;
}

async function show(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
	const [id] = positionals;
	if (!id) return misuse(whichOne);
	const application = await withServices((services) => services.store.applications.find(id));
	if (!application) return failure(`there is no application "${id}"`);
	print(application, values.json);
	return 0;
}

function print(application: Application, asJson: boolean | undefined): void {
	if (asJson) {
		console.log(json(withoutSecrets(application)));
		return;
	}
	console.log(`${bold(application.name)} ${faint(application.type)}\n`);
	console.log(`  app id       ${application.id}`);
	if (application.mayManage) console.log('  management   all of it');
	if (application.isThirdParty) {
		console.log(`  third party  asks for ${(application.thirdParty?.scopes ?? defaultConsentScopes).join(' ')}`);
	}
	for (const uri of application.redirectUris) console.log(`  redirect     ${uri}`);
	for (const uri of application.postLogoutRedirectUris) console.log(`  post-logout  ${uri}`);
	console.log(`  created      ${date(application.createdAt)}`);
}

async function update(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		allowNegative: true,
		options: {
			name: { type: 'string' },
			description: { type: 'string' },
			redirect: { type: 'string', multiple: true },
			'post-logout': { type: 'string', multiple: true },
			management: { type: 'boolean' },
			json: { type: 'boolean' }
		}
	});
	const [id] = positionals;
	if (!id) return misuse(whichOne);
	const changes: ApplicationChanges = {
		name: values.name,
		description: values.description,
		redirectUris: values.redirect,
		postLogoutRedirectUris: values['post-logout']?.filter((uri) => uri !== ''),
		mayManage: values.management
	};
	if (Object.values(changes).every((value) => value === undefined)) return misuse('say what to change');
	const updated = await withServices((services) => updateApplication(services, id, changes));
	if (!updated.ok) return failure(explain(updated.problem));
	print(updated.value, values.json);
	return 0;
}

async function secret(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
	const [id] = positionals;
	if (!id) return misuse(whichOne);
	return withServices(async (services) => {
		const renewed = await renewSecret(services, id);
		if (!renewed.ok) return failure(explain(renewed.problem));
		if (values.json) console.log(json(withSecret(renewed.value)));
		else describeNew(renewed.value, services.origin, 'has a new secret; the old ones do not work any more');
		return 0;
	});
}

async function remove(args: string[]): Promise<ExitCode> {
	const { positionals } = parseArgs({ args, allowPositionals: true });
	const [id] = positionals;
	if (!id) return misuse(whichOne);
	const removed = await withServices((services) => removeApplication(services, id));
	if (!removed.ok) return failure(explain(removed.problem));
	console.log(`${id} is removed. Nobody can sign in to it any more.`);
	return 0;
}

function row(application: Application): string[] {
	return [application.id, application.type, application.name, date(application.createdAt)];
}

/** Secrets are told once, when they are made. */
function withoutSecrets({ secrets, ...rest }: Application): Omit<Application, 'secrets'> {
	return rest;
}

function withSecret(application: Application) {
	return { ...withoutSecrets(application), secret: application.secrets[0]?.value };
}
