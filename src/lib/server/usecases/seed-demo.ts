// What makes the demo work on the first start: its application, and connectors pointed at the Aliyun sandbox.
import { isLocalAddress } from './local-address.ts';
import type { Application, ConnectorRecord, Services } from './ports.ts';
import { endpointOf, setConnector, type CheckedConnector } from './set-connector.ts';

export const demoApplicationId = 'demo-app';

/** `connectors` are those of the running sandbox; none when it is turned off. */
export async function seedDemo(
	services: Pick<Services, 'store' | 'ids' | 'clock' | 'demo' | 'origin'>,
	connectors: CheckedConnector[]
): Promise<void> {
	await seedApplication(services);
	const present = await services.store.connectors.list();
	for (const connector of connectors) {
		const current = present.find((record) => record.carries === connector.carries && record.enabled);
		if (!current || isOutdated(current, connector)) await setConnector(services, connector);
	}
}

/** The origin may have moved to another port since the last start. */
async function seedApplication({ store, clock, origin }: Pick<Services, 'store' | 'clock' | 'origin'>): Promise<void> {
	const { applications } = store;
	const present = await applications.find(demoApplicationId);
	const application: Application = {
		id: demoApplicationId,
		name: 'Demo application',
		type: 'SPA',
		redirectUris: [`${origin}/demo-app/callback`],
		postLogoutRedirectUris: [`${origin}/demo-app`],
		customClientMetadata: {},
		isThirdParty: false,
		createdAt: present?.createdAt ?? clock.now()
	};
	if (!present) await applications.insert(application);
	else if (present.redirectUris[0] !== application.redirectUris[0]) await applications.update(application);
}

/** A connector that somebody pointed at the real Aliyun stays; one of an earlier sandbox follows it. */
function isOutdated(current: ConnectorRecord, wanted: CheckedConnector): boolean {
	const endpoint = endpointOf(current.config);
	return endpoint !== undefined && isLocalAddress(endpoint) && endpoint !== endpointOf(wanted.config);
}
