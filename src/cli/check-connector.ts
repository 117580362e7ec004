// Describes a parsed connector configuration to the use cases.
import { isSandboxEndpoint } from '../lib/server/connectors/aliyun/endpoint.ts';
import type { MessageConnector } from '../lib/server/connectors/connector.ts';
import type { CheckedConnector } from '../lib/server/usecases/set-connector.ts';

export const isStandIn = isSandboxEndpoint;

export function checkConnector({ id, carries }: MessageConnector, config: unknown): CheckedConnector {
	return { connectorId: id, carries, config, isStandIn: isStandIn(config) };
}
