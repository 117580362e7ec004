import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServices, type TestServices } from '../../../../tests/support/test-services.ts';
import { reviewProduction } from './review-production.ts';
import { seedDemo } from './seed-demo.ts';
import { setConnector, type CheckedConnector } from './set-connector.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

const isStandIn = (config: unknown) => JSON.stringify(config).includes('127.0.0.1');

function smsTo(endpoint: string): CheckedConnector {
	const config = { endpoint };
	return { connectorId: 'aliyun-short-message-service', carries: 'sms', config, isStandIn: isStandIn(config) };
}
const sandbox = smsTo('http://127.0.0.1:4010');
const vendor = smsTo('https://dysmsapi.aliyuncs.com');

async function configs() {
	return (await services.store.connectors.list()).filter((record) => record.enabled).map((record) => record.config);
}

describe('seeding the demo', () => {
	it('registers the demo application at our own origin', async () => {
		await seedDemo(services, { connectors: [sandbox], isStandIn });
		expect(await services.store.applications.find('demo-app')).toMatchObject({
			redirectUris: ['http://localhost:3001/demo-app/callback'],
			secrets: []
		});
	});

	it('changes nothing the second time', async () => {
		await seedDemo(services, { connectors: [sandbox], isStandIn });
		const first = await services.store.connectors.list();
		await seedDemo(services, { connectors: [sandbox], isStandIn });
		expect(await services.store.connectors.list()).toEqual(first);
		expect(await services.store.applications.list()).toHaveLength(1);
	});

	it('follows the origin and the sandbox to another port', async () => {
		await seedDemo(services, { connectors: [sandbox], isStandIn });
		const moved = smsTo('http://127.0.0.1:4020');
		await seedDemo({ ...services, origin: 'http://localhost:3005' }, { connectors: [moved], isStandIn });
		expect(await configs()).toEqual([moved.config]);
		const application = await services.store.applications.find('demo-app');
		expect(application?.redirectUris).toEqual(['http://localhost:3005/demo-app/callback']);
		expect(application?.postLogoutRedirectUris).toEqual(['http://localhost:3005/demo-app']);
	});

	it('leaves a connector alone that somebody pointed at the real vendor', async () => {
		await setConnector(services, vendor);
		await seedDemo(services, { connectors: [sandbox], isStandIn });
		expect(await configs()).toEqual([vendor.config]);
	});
});

describe('looking over a production', () => {
	it('finds what a demo left behind', async () => {
		await seedDemo(services, { connectors: [sandbox], isStandIn });
		const obstacles = await reviewProduction(services, isStandIn);
		expect(obstacles).toEqual([expect.stringContaining('demo application'), expect.stringContaining('stand-in')]);
	});

	it('finds nothing where the vendor is real', async () => {
		await setConnector(services, vendor);
		expect(await reviewProduction(services, isStandIn)).toEqual([]);
	});

	it('accepts no stand-in afterwards', async () => {
		const refused = await setConnector({ ...services, demo: false }, sandbox);
		expect(refused).toMatchObject({ ok: false, problem: { code: 'connector.invalid_config' } });
		expect(await configs()).toEqual([]);
	});
});
