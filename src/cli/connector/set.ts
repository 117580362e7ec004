// foyer connector set: a configuration from a file, checked before it is saved.
import { parseArgs } from 'node:util';
import { parseConnectorConfig } from '../../lib/server/connectors/parse-config.ts';
import { findConnector } from '../../lib/server/connectors/registry.ts';
import type { ConnectorRecord, CountryRule } from '../../lib/server/usecases/ports.ts';
import { setConnector } from '../../lib/server/usecases/set-connector.ts';
import { checkConnector } from '../check-connector.ts';
import { failure, misuse, type ExitCode } from '../command.ts';
import { aliasOf } from '../connector-table.ts';
import { readJsonFile } from '../json-file.ts';
import { faint } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { explain } from '../words.ts';
import { which } from './which.ts';

export async function set(args: string[]): Promise<ExitCode> {
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
	if (!name || !findConnector(name)) return misuse(which);
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

function carried(kind: 'sms' | 'email'): string {
	return kind === 'sms' ? 'text messages' : 'mail';
}
