// foyer connector: what delivers the codes.
import { parseArgs } from 'node:util';
import { parseConnectorConfig } from '../../lib/server/connectors/parse-config.ts';
import { findConnector } from '../../lib/server/connectors/registry.ts';
import { sendTestMessage } from '../../lib/server/connectors/send-test-message.ts';
import type { ConnectorRecord } from '../../lib/server/usecases/ports.ts';
import { setConnector } from '../../lib/server/usecases/set-connector.ts';
import { checkConnector } from '../check-connector.ts';
import { failure, misuse, withVerbs, type ExitCode } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { date, faint, json, table } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { explain } from '../words.ts';

const usage = `Usage:
  foyer connector set <connector> --file <file>            - reads the standard input
  foyer connector list [--json]
  foyer connector test <connector> --to <recipient> [--file <file>] [--locale <tag>]

Connectors: aliyun-sms, aliyun-dm. The file is the JSON that Logto's connector form takes.
"test" sends the code 000000 with the Generic template, through the saved configuration or,
with --file, through one that is not saved yet.

Example: foyer connector test aliyun-sms --to +8613800138000`;

export const command = withVerbs(usage, { set, list, test });

async function set(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { file: { type: 'string' } } });
	const [name] = positionals;
	if (!name) return misuse('which connector? aliyun-sms or aliyun-dm');
	if (!values.file) return misuse('--file is missing');
	const parsed = parseConnectorConfig(name, await readJsonFile(values.file));
	if (!parsed.ok) return failure('this configuration does not work:', ...parsed.issues);
	return withServices(async (services) => {
		const saved = await setConnector(services, checkConnector(parsed.connector, parsed.config));
		if (!saved.ok) return failure(explain(saved.problem));
		console.log(`${parsed.connector.name} carries ${carried(parsed.connector.carries)} from now on.`);
		console.log(faint(`Try it: foyer connector test ${parsed.connector.alias} --to …`));
		return 0;
	});
}

async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const records = await withServices((services) => services.store.connectors.list());
	if (values.json) console.log(json(records.map(withoutConfig)));
	else if (records.length === 0) console.log('No connector yet, so no code can be sent: foyer connector set --help');
	else console.log(table(['connector', 'carries', 'sends to', '', 'since'], records.map(row)));
	return 0;
}

async function test(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { to: { type: 'string' }, file: { type: 'string' }, locale: { type: 'string' } }
	});
	const [name] = positionals;
	const connector = name === undefined ? undefined : findConnector(name);
	if (!connector) return misuse('which connector? aliyun-sms or aliyun-dm');
	if (!values.to) return misuse('--to is missing: a number like +8613800138000, or an email address');
	const config = values.file ? await readJsonFile(values.file) : await savedConfig(connector.id);
	if (config === undefined) return failure(`${connector.alias} is not configured yet: foyer connector set --help`);
	const outcome = await sendTestMessage(connector.id, config, values.to, { locale: values.locale });
	if (!outcome.ok) return failure(`not sent: ${outcome.reason} (${outcome.detail})`, outcome.hint ?? '');
	console.log(`Sent: ${connector.name} accepted it as ${outcome.vendorId}.`);
	return 0;
}

async function savedConfig(connectorId: string): Promise<unknown> {
	const records = await withServices((services) => services.store.connectors.list());
	return records.find((record) => record.connectorId === connectorId && record.enabled)?.config;
}

function carried(kind: 'sms' | 'email'): string {
	return kind === 'sms' ? 'text messages' : 'mail';
}

function row(record: ConnectorRecord): string[] {
	const alias = findConnector(record.connectorId)?.alias ?? record.connectorId;
	return [alias, record.carries, destination(record.config), record.enabled ? '' : 'off', date(record.createdAt)];
}

function destination(config: unknown): string {
	const endpoint = typeof config === 'object' && config !== null && 'endpoint' in config ? config.endpoint : undefined;
	return typeof endpoint === 'string' ? endpoint : 'Aliyun';
}

/** A configuration holds keys: it goes in, and does not come out again. */
function withoutConfig({ config, ...rest }: ConnectorRecord): Omit<ConnectorRecord, 'config'> {
	return rest;
}
