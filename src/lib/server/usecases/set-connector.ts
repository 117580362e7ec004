// Puts a connector's configuration in force; it replaces the one that carried the same kind of message.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { isLocalAddress } from './local-address.ts';
import type { ConnectorRecord, Services } from './ports.ts';

/** What the connector's own schema made of the configuration. */
export type CheckedConnector = { connectorId: string; carries: 'sms' | 'email'; config: unknown };

export async function setConnector(
	services: Pick<Services, 'store' | 'ids' | 'clock' | 'demo'>,
	checked: CheckedConnector
): Promise<Result<ConnectorRecord>> {
	const endpoint = endpointOf(checked.config);
	if (!services.demo && endpoint && isLocalAddress(endpoint)) {
		return refuse('connector.invalid_config', {
			data: { field: 'endpoint', detail: 'is a local address: outside demo mode that would hide lost messages' }
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

/** Where a connector's messages go, when its configuration says so. */
export function endpointOf(config: unknown): string | undefined {
	if (typeof config !== 'object' || config === null || !('endpoint' in config)) return undefined;
	return typeof config.endpoint === 'string' ? config.endpoint : undefined;
}
