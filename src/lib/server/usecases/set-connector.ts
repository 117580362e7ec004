// Puts a connector's configuration in force; it replaces the one that carried the same kind of message.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { ConnectorRecord, Services } from './ports.ts';

/** What the connector itself made of a configuration. */
export type CheckedConnector = {
	connectorId: string;
	carries: 'sms' | 'email';
	config: unknown;
	/** It sends to this machine or a private network: to a stand-in for the vendor. */
	isStandIn: boolean;
};

export async function setConnector(
	services: Pick<Services, 'store' | 'ids' | 'clock' | 'demo'>,
	{ isStandIn, ...checked }: CheckedConnector
): Promise<Result<ConnectorRecord>> {
	if (isStandIn && !services.demo) {
		return refuse('connector.invalid_config', {
			data: { field: 'endpoint', detail: 'is a local address: only the demo may send to a stand-in' }
		});
	}
	const record: ConnectorRecord = {
		id: services.ids.id(),
		...checked,
		enabled: true,
		createdAt: services.clock.now()
	};
	await services.store.connectors.put(record);
	return ok(record);
}
