// Testing a connector says what happened and what to do next, and never needs a configuration to be saved first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServices } from '../../../../tests/support/test-services.ts';
import { sendTestMessage } from '../connectors/send-test-message.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { setConnector } from './set-connector.ts';
import { testConnector } from './test-connector.ts';

let sandbox: Sandbox;
let opened: Awaited<ReturnType<typeof openTestServices>>;
beforeAll(async () => {
	[sandbox, opened] = await Promise.all([startSandbox({ port: 0 }), openTestServices()]);
});
afterAll(() => Promise.all([sandbox.close(), opened.close()]));

const connectorId = 'aliyun-short-message-service';
function configOf(more: object = {}) {
	const { accessKeyId, accessKeySecret, signName } = sandbox.credentials;
	const templates = [{ usageType: 'Generic', templateCode: 'SMS_400000004' }];
	return { accessKeyId, accessKeySecret, signName, templates, endpoint: sandbox.url, ...more };
}

const run = (asked: object) =>
	testConnector(
		{ store: opened.services.store, sendTest: sendTestMessage },
		{ connectorId, to: '+8613490000100', ...asked }
	);

describe('testing a connector', () => {
	it('is refused where none is saved and no configuration is given', async () => {
		expect(await run({})).toMatchObject({ ok: false, problem: { code: 'connector.not_found' } });
	});

	it('tries a configuration that is not saved', async () => {
		expect(await run({ config: configOf() })).toEqual({
			ok: true,
			value: { accepted: true, vendorId: expect.stringMatching(/\^0$/), nextStep: expect.stringContaining('000000') }
		});
	});

	it('tries what is saved, by its connector or by its own id', async () => {
		const checked = { connectorId, carries: 'sms', config: configOf(), isStandIn: true } as const;
		const saved = await setConnector(opened.services, checked);
		const id = saved.ok ? saved.value.id : '';
		expect(await run({ to: '+8613490000101' })).toMatchObject({ ok: true, value: { accepted: true } });
		expect(await run({ connectorId: undefined, id, to: '+8613490000102' })).toMatchObject({
			value: { accepted: true }
		});
		expect(await run({ connectorId: undefined, id: 'gone' })).toMatchObject({ ok: false });
	});

	it.each([
		['+8613490000002', 'rate-limited', 'Wait 60 seconds'],
		['+8613490000005', 'number-rejected', 'Check the recipient'],
		['+8613490000006', 'configuration', 'then test again'],
		['+8613490000010', 'provider', 'in a few minutes'],
		['+8613490000017', 'unconfirmed', 'before you test again']
	])('to %s: %s, and the next step', async (to, reason, words) => {
		const tested = await run({ to, config: configOf() });
		expect(tested).toMatchObject({
			ok: true,
			value: { accepted: false, reason, hint: expect.stringMatching(/\w/), nextStep: expect.stringContaining(words) }
		});
		expect(JSON.stringify(tested)).not.toContain(to.slice(3));
	});

	it('names what is wrong with a configuration, and no secret of it', async () => {
		const tested = await run({ config: configOf({ signName: '【Foyer】', accessKeySecret: 'very-secret' }) });
		expect(tested).toMatchObject({ value: { accepted: false, reason: 'configuration', detail: 'invalid-config' } });
		expect(JSON.stringify(tested)).toContain('signName: is the name alone');
		expect(JSON.stringify(tested)).not.toContain('very-secret');
	});
});
