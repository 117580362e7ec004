// foyer connector list, order, enable, disable and remove: what is set up, and which is tried first.
import { parseArgs } from 'node:util';
import type { Result } from '../../lib/contract/result.ts';
import { orderConnectors, removeConnector, switchConnector } from '../../lib/server/usecases/arrange-connectors.ts';
import type { ConnectorRecord, Services } from '../../lib/server/usecases/ports.ts';
import { isStandIn } from '../check-connector.ts';
import { failure, misuse, type ExitCode } from '../command.ts';
import { connectorTable } from '../connector-table.ts';
import { json } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { explain } from '../words.ts';

export async function list(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
	const records = await withServices((services) => services.store.connectors.list());
	if (values.json) console.log(json(records.map(withoutConfig)));
	else if (records.length === 0) console.log('No connector yet, so no code can be sent: foyer connector set --help');
	else console.log(connectorTable(records));
	return 0;
}

export async function order(ids: string[]): Promise<ExitCode> {
	if (ids.length === 0) return misuse('say the ids, first to last: foyer connector list');
	return arranged((services) => orderConnectors(services, ids));
}

export async function turn([id]: string[], enabled: boolean): Promise<ExitCode> {
	if (!id) return misuse('which one? Its id: foyer connector list');
	return arranged((services) => switchConnector(services, id, enabled, isStandIn));
}

export async function remove([id]: string[]): Promise<ExitCode> {
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

/** A configuration holds keys: it goes in, and does not come out again. */
function withoutConfig({ config, ...rest }: ConnectorRecord): Omit<ConnectorRecord, 'config'> {
	return rest;
}
