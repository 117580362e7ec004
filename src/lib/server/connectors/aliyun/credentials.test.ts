// Whose keys sign: every source, and what an administrator reads when it has none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aliyunSms } from '../aliyun-sms/index.ts';
import { parseConnectorConfig } from '../parse-config.ts';
import { hintFor } from '../faults.ts';
import { createMachineKeys, keySourceOf, readEnvironment } from './credentials.ts';
import { gatewayFaults } from './faults.ts';

const template = { signName: 'Acme', templates: [{ usageType: 'Generic', templateCode: 'SMS_1' }] };
const message = {
	to: '+8613800138000',
	country: 'CN',
	type: 'SignIn',
	code: '012345',
	locale: 'en',
	minutes: 5
} as const;

afterEach(() => vi.unstubAllEnvs());

describe('a configuration without keys', () => {
	it('is told everything that is missing at once', () => {
		expect(parseConnectorConfig('aliyun-sms', { templates: template.templates })).toMatchObject({
			ok: false,
			issues: ['signName: is missing', 'accessKeyId: is missing', 'accessKeySecret: is missing']
		});
	});

	it.each(['environment', 'machine'])('is whole when it names the %s', (credentials) => {
		expect(parseConnectorConfig('aliyun-sms', { ...template, credentials })).toMatchObject({ ok: true });
	});

	it('cannot name anything else', () => {
		expect(parseConnectorConfig('aliyun-sms', { ...template, credentials: 'file' })).toMatchObject({
			ok: false,
			issues: ['credentials: must be environment or machine']
		});
	});
});

describe('keys of the environment', () => {
	it('are those that Aliyun’s own tools read, a temporary token among them', () => {
		const environment = {
			ALIBABA_CLOUD_ACCESS_KEY_ID: ' LTAI ',
			ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
			ALIBABA_CLOUD_SECURITY_TOKEN: 'token'
		};
		expect(readEnvironment(environment)).toEqual({
			keys: { accessKeyId: 'LTAI', accessKeySecret: 'secret', securityToken: 'token' }
		});
	});

	it('are asked for by name when they are not there, and nothing is sent', async () => {
		vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', '');
		const fetch = vi.fn();
		const config = aliyunSms.config.parse({ ...template, credentials: 'environment' });
		const delivery = await aliyunSms.send(message, config, fetch);
		expect(delivery).toEqual({ ok: false, reason: 'configuration', detail: 'credentials.not-in-environment' });
		expect(aliyunSms.hint('credentials.not-in-environment')).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID');
		expect(fetch).not.toHaveBeenCalled();
	});
});

describe('keys of the machine', () => {
	it('come from Aliyun’s own package, which asks the machine', async () => {
		const asked: string[] = [];
		const identity = createServer((request, response) => {
			asked.push(request.url ?? '');
			response.end(
				JSON.stringify({
					Code: 'Success',
					AccessKeyId: 'STS.1',
					AccessKeySecret: 'machine-secret',
					SecurityToken: 'machine-token',
					Expiration: new Date(Date.now() + 3_600_000).toISOString()
				})
			);
		});
		await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
		const { port } = identity.address() as AddressInfo;
		vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', `http://127.0.0.1:${port}/identity`);
		vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
		const keys = { accessKeyId: 'STS.1', accessKeySecret: 'machine-secret', securityToken: 'machine-token' };
		try {
			const source = keySourceOf({ credentials: 'machine' });
			expect(await source.find()).toEqual({ keys });
			expect(await source.find()).toEqual({ keys });
			expect(asked).toEqual(['/identity']);
			expect(await source.renew?.()).toEqual({ keys });
			expect(asked).toHaveLength(2);
		} finally {
			identity.close();
		}
	});

	it('are told apart: the package is missing, or the machine has no identity', async () => {
		const missing = createMachineKeys(() =>
			Promise.reject(Object.assign(new Error(), { code: 'ERR_MODULE_NOT_FOUND' }))
		);
		expect(await missing.find()).toEqual({ fault: 'credentials.package-missing' });
		expect(hintFor(gatewayFaults, 'credentials.package-missing')).toContain('npm install @alicloud/credentials');

		const nobody = createMachineKeys(() => Promise.reject(new Error('no role')));
		expect(await nobody.find()).toEqual({ fault: 'credentials.unavailable' });
	});
});

describe('a token that has expired', () => {
	async function deliverWith(source: ReturnType<typeof createMachineKeys>, answers: Record<string, string>[]) {
		const { deliver } = await import('./deliver.ts');
		const tokens: (string | null)[] = [];
		const product = {
			faults: gatewayFaults,
			isAccepted: (answer: Record<string, unknown>) => answer['Code'] === 'OK',
			readId: () => undefined
		};
		const call = { endpoint: 'https://example.com', action: 'A', version: '1', keys: source };
		const delivery = await deliver(call, product, async (_url, init) => {
			tokens.push(new Headers(init?.headers).get('x-acs-security-token'));
			return Response.json(answers[tokens.length - 1]);
		});
		return { delivery, tokens };
	}
	const counting = () => {
		let count = 0;
		const renew = async () => {
			count += 1;
			return { keys: { accessKeyId: 'a', accessKeySecret: 'b', securityToken: `token-${count}` } };
		};
		return {
			find: async () =>
				count ? { keys: { accessKeyId: 'a', accessKeySecret: 'b', securityToken: `token-${count}` } } : renew(),
			renew
		};
	};

	it('is renewed once, and the message goes out', async () => {
		const { delivery, tokens } = await deliverWith(counting(), [
			{ Code: 'InvalidSecurityToken.Expired' },
			{ Code: 'OK' }
		]);
		expect(delivery).toMatchObject({ ok: true });
		expect(tokens).toEqual(['token-1', 'token-2']);
	});

	it('is not renewed for ever', async () => {
		const expired = { Code: 'InvalidSecurityToken.Expired' };
		const { delivery, tokens } = await deliverWith(counting(), [expired, expired, expired]);
		expect(delivery).toEqual({ ok: false, reason: 'configuration', detail: 'InvalidSecurityToken.Expired' });
		expect(tokens).toHaveLength(2);
	});
});
