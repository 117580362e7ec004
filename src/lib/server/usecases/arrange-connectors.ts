// Which connectors are in force, and in which order they are tried.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { ConnectorRecord, Services, StoreScope } from './ports.ts';
import { refuseStandIn } from './set-connector.ts';

type Parts = { store: Pick<StoreScope, 'connectors'> };

/** Those named come first, in this order; the others of their kind follow as before. */
export async function orderConnectors({ store }: Parts, ids: string[]): Promise<Result<ConnectorRecord[]>> {
	return store.connectors.change((before) => {
		const named: ConnectorRecord[] = [];
		for (const id of new Set(ids)) {
			const record = before.find((candidate) => candidate.id === id);
			if (!record) return refuse('entity.not_exists_with_id', { data: { id } });
			named.push(record);
		}
		const kinds = new Set(named.map(({ carries }) => carries));
		if (kinds.size > 1) {
			return refuse('guard.invalid_input', { data: { field: 'ids', detail: 'carry different kinds of messages' } });
		}
		const others = before.filter((record) => kinds.has(record.carries) && !named.includes(record));
		const ordered = [...named, ...others].map((record, priority) => ({ ...record, priority }));
		return ok([...before.filter(({ carries }) => !kinds.has(carries)), ...ordered]);
	});
}

export async function removeConnector({ store }: Parts, id: string): Promise<Result<ConnectorRecord[]>> {
	return store.connectors.change((before) => {
		const left = before.filter((record) => record.id !== id);
		return left.length < before.length ? ok(left) : refuse('entity.not_exists_with_id', { data: { id } });
	});
}

/** `isStandIn` tells a configuration that sends to this machine or a private network, which only the demo may. */
export async function switchConnector(
	{ store, demo }: Parts & Pick<Services, 'demo'>,
	id: string,
	enabled: boolean,
	isStandIn: (config: unknown) => boolean
): Promise<Result<ConnectorRecord[]>> {
	return store.connectors.change((before) => {
		const record = before.find((candidate) => candidate.id === id);
		if (!record) return refuse('entity.not_exists_with_id', { data: { id } });
		if (enabled && !demo && isStandIn(record.config)) return refuseStandIn();
		return ok(before.map((candidate) => (candidate === record ? { ...record, enabled } : candidate)));
	});
}
