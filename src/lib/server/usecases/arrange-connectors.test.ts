import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServices, type TestServices } from '../../../../tests/support/test-services.ts';
import { orderConnectors, removeConnector, switchConnector } from './arrange-connectors.ts';
import { setConnector, type CheckedConnector, type Place } from './set-connector.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

const sms: CheckedConnector = { connectorId: 'aliyun-sms', carries: 'sms', config: { key: 1 }, isStandIn: false };
const mail: CheckedConnector = { connectorId: 'aliyun-dm', carries: 'email', config: { key: 2 }, isStandIn: false };

async function add(checked: CheckedConnector, place: Place = {}): Promise<string> {
	const added = await setConnector(services, checked, place);
	if (!added.ok) throw new Error(added.problem.code);
	return added.value.id;
}
const listed = async () => (await services.store.connectors.list()).map(({ id }) => id);

describe('setting a connector', () => {
	it('replaces the configuration of the one that is there, and keeps its place', async () => {
		const first = await add(sms);
		const other = await add({ ...sms, connectorId: 'another-vendor' });
		expect(await add({ ...sms, config: { key: 3 } })).toBe(first);
		expect(await listed()).toEqual([first, other]);
		expect((await services.store.connectors.list())[0]).toMatchObject({ config: { key: 3 }, priority: 0 });
	});

	it('adds another account of the same vendor behind the others', async () => {
		const first = await add(sms);
		const second = await add({ ...sms, config: { key: 4 } }, { another: true });
		expect(await listed()).toEqual([first, second]);
		expect(await add({ ...sms, config: { key: 5 } }, { id: second })).toBe(second);
		expect((await services.store.connectors.list()).map(({ config }) => config)).toEqual([{ key: 1 }, { key: 5 }]);
	});

	it('keeps the countries until they are changed', async () => {
		await add(sms, { countries: { only: ['CN'] } });
		await add({ ...sms, config: { key: 6 } });
		expect((await services.store.connectors.list())[0]?.countries).toEqual({ only: ['CN'] });
		await add(sms, { countries: null });
		expect((await services.store.connectors.list())[0]?.countries).toBeUndefined();
	});

	it.each([
		['an unknown id', sms, { id: 'nobody' }, 'entity.not_exists_with_id'],
		['a country that does not exist', sms, { countries: { only: ['CN', 'XX'] } }, 'connector.invalid_config'],
		['no country at all', sms, { countries: { except: [] } }, 'connector.invalid_config'],
		['countries for mail', mail, { countries: { only: ['CN'] } }, 'connector.invalid_config']
	])('refuses %s', async (_, checked, place, code) => {
		expect(await setConnector(services, checked, place)).toMatchObject({ ok: false, problem: { code } });
		expect(await listed()).toEqual([]);
	});
});

describe('arranging connectors', () => {
	it('puts those named first, and leaves the other kind alone', async () => {
		const post = await add(mail);
		const [one, two, three] = [await add(sms), await add(sms, { another: true }), await add(sms, { another: true })];
		expect((await orderConnectors(services, [three, one])).ok).toBe(true);
		const order = (await services.store.connectors.list()).filter(({ carries }) => carries === 'sms');
		expect(order.map(({ id }) => id)).toEqual([three, one, two]);
		expect(await orderConnectors(services, [post, one])).toMatchObject({ ok: false });
		expect(await orderConnectors(services, ['nobody'])).toMatchObject({ ok: false });
	});

	it('turns one off and on again, and takes one away', async () => {
		const id = await add(sms);
		const isEnabled = async () => (await services.store.connectors.list())[0]?.enabled;
		await switchConnector(services, id, false, () => false);
		expect(await isEnabled()).toBe(false);
		await switchConnector(services, id, true, () => false);
		expect(await isEnabled()).toBe(true);
		expect((await removeConnector(services, id)).ok).toBe(true);
		expect(await listed()).toEqual([]);
		expect(await removeConnector(services, id)).toMatchObject({ problem: { code: 'entity.not_exists_with_id' } });
		expect(await switchConnector(services, id, true, () => false)).toMatchObject({ ok: false });
	});

	it('turns no stand-in on outside the demo', async () => {
		const id = await add(sms);
		const production = { ...services, demo: false };
		await switchConnector(production, id, false, () => true);
		expect(await switchConnector(production, id, true, () => true)).toMatchObject({
			problem: { code: 'connector.invalid_config' }
		});
	});
});
