// A connector as administrators see it: Logto's object, its keys as stars.
import type { ConnectorAnswer, ConnectorFactoryAnswer } from '../../../contract/connectors.ts';
import type { ConnectorCatalogue, ConnectorFactory, ConnectorRecord } from '../ports.ts';
import { hideSecrets } from './secrets.ts';

export function showFactory(factory: ConnectorFactory): ConnectorFactoryAnswer {
	return { id: factory.id, isStandard: false, ...describe(factory) };
}

export function showConnector(record: ConnectorRecord, { factories }: ConnectorCatalogue): ConnectorAnswer {
	const { id, connectorId, carries, config, enabled, priority, countries, createdAt } = record;
	const known = factories.find((factory) => factory.id === connectorId);
	// An older release may have had it: it is shown so that it can be taken away.
	const nothing = { en: connectorId, 'zh-CN': connectorId };
	const factory = known ?? { alias: connectorId, carries, name: nothing, description: nothing, formItems: [] };
	return {
		id,
		connectorId,
		...describe(factory),
		config: known ? hideSecrets(config, known.formItems) : {},
		metadata: {},
		syncProfile: false,
		enabled,
		priority,
		countries: countries ?? null,
		createdAt
	};
}

function describe({ alias, carries, name, description, formItems, help = '' }: Omit<ConnectorFactory, 'id'>) {
	const type = carries === 'sms' ? ('Sms' as const) : ('Email' as const);
	return { type, target: alias, name, description, platform: null, formItems, readme: help };
}
