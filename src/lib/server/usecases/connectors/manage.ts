// Connectors at a machine's word: each change with its line in the audit log.
import type { ConnectorAnswer, ConnectorChangesBody, NewConnectorBody } from '../../../contract/connectors.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { orderConnectors, removeConnector, switchConnector } from '../arrange-connectors.ts';
import type { ConnectorRecord, MachineCaller, ManagementServices, StoreScope } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { setConnector } from '../set-connector.ts';
import { checkConfig } from './check.ts';
import { showConnector } from './show.ts';

type Needs = Pick<ManagementServices, 'store' | 'clock' | 'ids' | 'demo' | 'connectorCatalogue'>;

export function addConnector(
	services: Needs,
	caller: MachineCaller,
	{ connectorId, config, countries, another }: NewConnectorBody
): Promise<Result<ConnectorAnswer>> {
	return changeRecorded(services, caller, 'Management.Connector.Create', async (store) => {
		const present = (await store.connectors.list()).find((record) => record.connectorId === connectorId);
		const checked = checkConfig(services, connectorId, config, present);
		if (!checked.ok) return checked;
		const set = await setConnector({ ...services, store }, checked.value, { another, countries });
		return set.ok ? ok(showConnector(set.value, services.connectorCatalogue)) : set;
	});
}

export function changeConnector(
	services: Needs,
	caller: MachineCaller,
	id: string,
	{ config, countries, enabled }: ConnectorChangesBody
): Promise<Result<ConnectorAnswer>> {
	return changeRecorded(services, caller, 'Management.Connector.Update', async (store) => {
		const before = await find(store, id);
		if (!before) return unknown(id);
		const checked = checkConfig(
			services,
			before.connectorId,
			config ?? (before.config as Record<string, unknown>),
			before
		);
		if (!checked.ok) return checked;
		const set = await setConnector({ ...services, store }, checked.value, { id, countries });
		if (!set.ok) return set;
		const isOn = enabled ?? before.enabled;
		const switched = await switchConnector({ ...services, store }, id, isOn, () => checked.value.isStandIn);
		if (!switched.ok) return switched;
		const after = await find(store, id);
		return after ? ok(showConnector(after, services.connectorCatalogue)) : unknown(id);
	});
}

export function dropConnector(services: Needs, caller: MachineCaller, id: string): Promise<Result<undefined>> {
	return changeRecorded(services, caller, 'Management.Connector.Delete', async (store) => {
		const removed = await removeConnector({ store }, id);
		return removed.ok ? ok() : removed;
	});
}

export function arrangeConnectors(
	services: Needs,
	caller: MachineCaller,
	ids: string[]
): Promise<Result<ConnectorAnswer[]>> {
	return changeRecorded(services, caller, 'Management.Connector.Order', async (store) => {
		const ordered = await orderConnectors({ store }, ids);
		if (!ordered.ok) return ordered;
		return ok((await store.connectors.list()).map((record) => showConnector(record, services.connectorCatalogue)));
	});
}

async function find({ connectors }: Pick<StoreScope, 'connectors'>, id: string): Promise<ConnectorRecord | undefined> {
	return (await connectors.list()).find((record) => record.id === id);
}

function unknown(id: string) {
	return refuse('entity.not_exists_with_id', { data: { id } });
}
