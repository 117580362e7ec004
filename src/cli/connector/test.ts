// foyer connector test: sends to a number, and shows the provider's answer, a hint and the next step.
import { parseArgs } from 'node:util';
import { findConnector } from '../../lib/server/connectors/registry.ts';
import { sendTestMessage } from '../../lib/server/connectors/send-test-message.ts';
import type { ConnectorRecord } from '../../lib/server/usecases/ports.ts';
import { testConnector } from '../../lib/server/usecases/test-connector.ts';
import { failure, misuse, type ExitCode } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { faint } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { which } from './which.ts';

export async function test(args: string[]): Promise<ExitCode> {
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
		const state = reason === 'unconfirmed' ? 'nobody knows whether it was sent' : 'not sent';
		if (!accepted) return failure(`${state}: ${reason} (${detail})`, hint, nextStep);
		console.log(`Sent: ${connector.name} accepted it as ${vendorId}.`);
		console.log(faint(nextStep));
		return 0;
	});
}

/** By its id, or the first one in force of a connector's name. */
function findSaved(records: ConnectorRecord[], name: string): ConnectorRecord | undefined {
	const connectorId = findConnector(name)?.id;
	return records.find((record) => record.id === name || (record.connectorId === connectorId && record.enabled));
}
