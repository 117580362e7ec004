// The connectors as the management API knows them: their forms, their checks, a message to try them with.
import type { ConnectorCatalogue, ConnectorFactory } from '../usecases/ports.ts';
import { isSandboxEndpoint } from './aliyun/endpoint.ts';
import type { MessageConnector } from './connector.ts';
import { describeForm } from './form-items.ts';
import { connectorWords } from './form-words.ts';
import { parseConnectorConfig } from './parse-config.ts';
import { connectors } from './registry.ts';
import { sendTestMessage } from './send-test-message.ts';

export const connectorCatalogue: ConnectorCatalogue = {
	factories: connectors.map(describeFactory),

	check(factoryId, input) {
		const parsed = parseConnectorConfig(factoryId, input);
		if (!parsed.ok) return { ok: false, flaws: parsed.flaws };
		const { connector, config } = parsed;
		const isStandIn = isSandboxEndpoint(config);
		return { ok: true, checked: { connectorId: connector.id, carries: connector.carries, config, isStandIn } };
	},

	test: (factoryId, config, to, locale) => sendTestMessage(factoryId, config, to, { locale })
};

function describeFactory({ id, alias, name, carries, config }: MessageConnector): ConnectorFactory {
	const words = connectorWords[id] ?? { name: { en: name, 'zh-CN': name }, description: { en: name, 'zh-CN': name } };
	return { id, alias, carries, ...words, formItems: describeForm(config) };
}
