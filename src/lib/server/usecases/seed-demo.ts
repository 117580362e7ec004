// What makes the demo work on the first start: its application, and connectors pointed at the Aliyun sandbox.
import { ok } from '../../contract/result.ts';
import type { Application, Services } from './ports.ts';
import { setConnector, type CheckedConnector } from './set-connector.ts';

export const demoApplicationId = 'demo-app';

type Demo = {
	/** Those of the running sandbox; none when it is turned off. */
	connectors: CheckedConnector[];
	isStandIn(config: unknown): boolean;
};

/** A connector that somebody pointed at the real vendor stays; one of an earlier sandbox follows it. */
export async function seedDemo(
	services: Pick<Services, 'store' | 'ids' | 'clock' | 'demo' | 'origin'>,
	demo: Demo
): Promise<void> {
	await seedApplication(services);
	const present = await services.store.connectors.list();
	for (const wanted of demo.connectors) {
		const current = present.find((record) => record.carries === wanted.carries && record.enabled);
		const isOutdated = current && demo.isStandIn(current.config) && !isSame(current.config, wanted.config);
		if (!current || isOutdated) await setConnector(services, wanted);
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
		secrets: [],
		customClientMetadata: {},
		customData: {},
		isThirdParty: false,
		createdAt: clock.now()
	};
	if (!present) await applications.insert(application);
	else if (!isSame(present.redirectUris, application.redirectUris)) {
		await applications.change(demoApplicationId, ({ customData, experience, createdAt }) =>
			ok({ ...application, customData, experience, createdAt })
		);
	}
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
