// foyer connector: what delivers the codes.
import { parseArgs } from 'node:util';
import type { Result } from '../../lib/contract/result.ts';
import { parseConnectorConfig } from '../../lib/server/connectors/parse-config.ts';
import { connectors, findConnector } from '../../lib/server/connectors/registry.ts';
import { sendTestMessage } from '../../lib/server/connectors/send-test-message.ts';
import { orderConnectors, removeConnector, switchConnector } from '../../lib/server/usecases/arrange-connectors.ts';
import type { ConnectorRecord, CountryRule, Services } from '../../lib/server/usecases/ports.ts';
import { readConversions } from '../../lib/server/usecases/read-conversions.ts';
import { setConnector } from '../../lib/server/usecases/set-connector.ts';
import { receiptToken } from '../../lib/server/usecases/take-receipts.ts';
import { testConnector } from '../../lib/server/usecases/test-connector.ts';
import { checkConnector, isStandIn } from '../check-connector.ts';
import { aliasOf, connectorTable } from '../connector-table.ts';
import { conversionTable, deliveryTable, isWithheld } from '../delivery-table.ts';
import { failure, misuse, withVerbs, type ExitCode } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { faint, json } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { explain } from '../words.ts';

const usage = `Usage:
  foyer connector set <connector> --file <file> [--id <id> | --another] [--only|--except <countries>]
  foyer connector list [--json]
  foyer connector order <id>…                              first to last
  foyer connector enable|disable|remove <id>
  foyer connector test <connector|id> --to <recipient> [--file <file>] [--locale <tag>]
  foyer connector deliveries [--hours <n>] [--json]        what became of messages; 24 hours unless said
  foyer connector receipts                                 the address that Aliyun pushes receipts to

Connectors: ${connectors.map(({ alias }) => alias).join(', ')}. The file is the JSON that Logto's connector form takes;
- reads the standard input. "set" replaces the configuration of that connector, of the one with
that id, or with --another adds a second one. --only CN,HK and --except US say which countries a
connector for text messages serves; --only all serves every country again.

Several connectors of a kind are tried in their order: the next one where the one before it
provably did not accept the message. "order" puts the named ones first.

"test" sends the code 000000 with the Generic template, through the saved configuration or,
with --file, through one that is not saved yet.

Example: foyer connector test aliyun-sms --to +8613800138000`;

export const command = withVerbs(usage, {
	set,
	list,
	order,
	enable: (args) => turn(args, true),
	disable: (args) => turn(args, false),
	remove,
	test,
	deliveries,
	receipts
});

const which = `which connector? ${connectors.map(({ alias }) => alias).join(' or ')}`;

async function set(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			file: { type: 'string' },
			id: { type: 'string' },
			another: { type: 'boolean' },
			only: { type: 'string' },
			except: { type: 'string' }
		}
	});
	const [name] = positionals;
	if (!name) return misuse(which);
	if (!values.file) return misuse('--file is missing');
	if (values.id && values.another) return misuse('either --id or --another');
	if (values.only && values.except) return misuse('either --only or --except');
	const parsed = parseConnectorConfig(name, await readJsonFile(values.file));
	if (!parsed.ok) return failure('this configuration does not work:', ...parsed.issues);
	return withServices(async (services) => {
		const { id, another } = values;
		const place = { id, another, countries: readCountries(values) };
		const saved = await setConnector(services, checkConnector(parsed.connector, parsed.config), place);
		if (!saved.ok) return failure(explain(saved.problem));
		const before = (await services.store.connectors.list()).filter((other) => isBefore(other, saved.value));
		const after = before.length > 0 ? `, after ${before.map(aliasOf).join(' and ')}` : '';
		console.log(`${parsed.connector.name} carries ${carried(parsed.connector.carries)} from now on${after}.`);
		console.log(faint(`Try it: foyer connector test ${parsed.connector.alias} --to …`));
		return 0;
	});
}

function readCountries({ only, except }: { only?: string; except?: string }): CountryRule | null | undefined {
	if (only === 'all') return null;
	if (only !== undefined) return { only: codesIn(only) };
	return except === undefined ? undefined : { except: codesIn(except) };
}

function codesIn(list: string): string[] {
	return list
		.split(',')
		.map((code) => code.trim().toUpperCase())
		.filter((code) => code !== '');
}

function isBefore(other: ConnectorRecord, { id, carries, priority }: ConnectorRecord): boolean {
	return other.enabled && other.id !== id && other.carries === carries && other.priority < priority;
}

async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const records = await withServices((services) => services.store.connectors.list());
	if (values.json) console.log(json(records.map(withoutConfig)));
	else if (records.length === 0) console.log('No connector yet, so no code can be sent: foyer connector set --help');
	else console.log(connectorTable(records));
	return 0;
}

async function order(ids: string[]): Promise<ExitCode> {
	if (ids.length === 0) return misuse('say the ids, first to last: foyer connector list');
	return arranged((services) => orderConnectors(services, ids));
}

async function turn([id]: string[], enabled: boolean): Promise<ExitCode> {
	if (!id) return misuse('which one? Its id: foyer connector list');
	return arranged((services) => switchConnector(services, id, enabled, isStandIn));
}

async function remove([id]: string[]): Promise<ExitCode> {
	if (!id) return misuse('which one? Its id: foyer connector list');
	return arranged((services) => removeConnector(services, id));
}

/** Does it, and shows what is in force afterwards. */
async function arranged(change: (services: Services) => Promise<Result<ConnectorRecord[]>>): Promise<ExitCode> {
	return withServices(async (services) => {
		const changed = await change(services);
		if (!changed.ok) return failure(explain(changed.problem));
		console.log(connectorTable(await services.store.connectors.list()));
		return 0;
	});
}

async function test(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { to: { type: 'string' }, file: { type: 'string' }, locale: { type: 'string' } }
	});
	const [name] = positionals;
	if (!name) return misuse(which);
	if (!values.to) return misuse('--to is missing: a number like +8613800138000, or an email address');
	const { to, file, locale } = values;
	return withServices(async ({ store }) => {
		const saved = findSaved(await store.connectors.list(), name);
		const connector = findConnector(saved?.connectorId ?? name);
		if (!connector) return misuse(which);
		const config = file ? await readJsonFile(file) : undefined;
		const asked = { id: saved?.id, connectorId: connector.id, config, to, locale };
		const tested = await testConnector({ store, sendTest: sendTestMessage }, asked);
		if (!tested.ok) return failure(`${connector.alias} is not configured yet: foyer connector set --help`);
		const { accepted, vendorId, reason, detail, hint = '', nextStep } = tested.value;
		if (!accepted) return failure(`not sent: ${reason} (${detail})`, hint, nextStep);
		console.log(`Sent: ${connector.name} accepted it as ${vendorId}.`);
		console.log(faint(nextStep));
		return 0;
	});
}

async function deliveries(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({
		args,
		options: { hours: { type: 'string', default: '24' }, json: { type: 'boolean' } }
	});
	const hours = Number(values.hours);
	if (!(hours > 0)) return misuse('--hours is a number');
	return withServices<ExitCode>(async (services) => {
		const { store, clock } = services;
		const sums = await store.outbox.sum(clock.now() - hours * 3_600_000);
		const entered = await readConversions(services);
		if (values.json) {
			console.log(json({ messages: sums, codes: entered }));
			return 0;
		}
		const records = await store.connectors.list();
		const nameOf = (id: string | undefined) => {
			const record = records.find((known) => known.id === id);
			return id === undefined ? 'none' : record ? `${aliasOf(record)} ${id}` : id;
		};
		const sent = sums.filter((sum) => !isWithheld(sum));
		const withheld = sums.filter(isWithheld).reduce((total, { count }) => total + count, 0);
		console.log(sent.length > 0 ? deliveryTable(sent, nameOf) : 'No message yet.');
		if (withheld > 0) console.log(`\nWithheld from people who could not have used a code: ${withheld}.`);
		if (entered.length > 0) console.log(`\n${conversionTable(entered)}`);
		return 0;
	});
}

async function receipts(): Promise<ExitCode> {
	return withServices<ExitCode>(async ({ origin, hasher }) => {
		console.log(`${origin}/api/receipts/aliyun/${receiptToken(hasher)}`);
		console.log(faint('Whoever knows it can say what arrived. It changes with FOYER_SECRET.'));
		return 0;
	});
}

/** By its id, or the first one in force of a connector's name. */
function findSaved(records: ConnectorRecord[], name: string): ConnectorRecord | undefined {
	const connectorId = findConnector(name)?.id;
	return records.find((record) => record.id === name || (record.connectorId === connectorId && record.enabled));
}

function carried(kind: 'sms' | 'email'): string {
	return kind === 'sms' ? 'text messages' : 'mail';
}

/** A configuration holds keys: it goes in, and does not come out again. */
function withoutConfig({ config, ...rest }: ConnectorRecord): Omit<ConnectorRecord, 'config'> {
	return rest;
}
