// The official SDK as a judge: what it signs on the wire, our signature reproduces to the last byte.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { authorize, canonicalQuery } from '../../src/lib/server/connectors/aliyun/sign.ts';
import { answer, startVendor } from './connector-vendor.ts';

// The SDK is CommonJS and its types do not hold up under ES modules.
const require = createRequire(import.meta.url);
const { default: Client, SendSmsRequest } = require('@alicloud/dysmsapi20170525');
const { Config } = require('@alicloud/openapi-core/dist/utils.js');

const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

describe('a request that the official SDK signed', () => {
	it.each([
		['plain', keys, '{"code":"123456"}'],
		['with characters that encoders get wrong', keys, `{"code":"~*!'()+ &=/中"}`],
		['with a temporary token', { ...keys, securityToken: 'sts-token' }, '{"code":"123456"}']
	])('%s, is one that we would have signed alike', async (_, credentials, templateParam) => {
		const vendor = await startVendor(answer({ Code: 'OK' }));
		try {
			const endpoint = vendor.endpoint.replace('http://', '');
			const client = new Client(new Config({ ...credentials, endpoint, protocol: 'http' }));
			await client.sendSms(
				new SendSmsRequest({
					phoneNumbers: '13900001234',
					signName: '阿里云短信测试',
					templateCode: 'SMS_154950909',
					templateParam
				})
			);
		} finally {
			await vendor.close();
		}
		const [arrival] = vendor.arrivals;
		const { authorization = '', ...received } = arrival!.headers;
		const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
		const headers = Object.fromEntries(signed.map((name) => [name, String(received[name])]));
		// The SDK leaves some characters bare in the URL and signs them encoded, as a verifier must read them.
		const query = canonicalQuery(Object.fromEntries(new URL(arrival!.url, vendor.endpoint).searchParams));

		expect(authorize({ method: 'POST', query, headers, body: arrival!.body }, keys)).toBe(authorization);
	});
});
