// Looks at connectors: the kinds that there are, and those that are set up, in the order in which they are tried.
import type { ConnectorAnswer, ConnectorFactoryAnswer } from '../../../contract/connectors.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { ManagementServices } from '../ports.ts';
import { showConnector, showFactory } from './show.ts';

type Needs = Pick<ManagementServices, 'store' | 'connectorCatalogue'>;

export function listFactories({ connectorCatalogue }: Needs): Result<ConnectorFactoryAnswer[]> {
	return ok(connectorCatalogue.factories.map(showFactory));
}

export function readFactory({ connectorCatalogue }: Needs, id: string): Result<ConnectorFactoryAnswer> {
	const factory = connectorCatalogue.factories.find((known) => known.id === id);
	return factory ? ok(showFactory(factory)) : refuse('entity.not_exists_with_id', { data: { id } });
}

export async function listConnectors(
	{ store, connectorCatalogue }: Needs,
	target?: string
): Promise<Result<ConnectorAnswer[]>> {
	const shown = (await store.connectors.list()).map((record) => showConnector(record, connectorCatalogue));
	return ok(shown.filter((connector) => target === undefined || connector.target === target));
}

export async function readConnector(
	{ store, connectorCatalogue }: Needs,
	id: string
): Promise<Result<ConnectorAnswer>> {
	const record = (await store.connectors.list()).find((known) => known.id === id);
	return record ? ok(showConnector(record, connectorCatalogue)) : refuse('entity.not_exists_with_id', { data: { id } });
}
