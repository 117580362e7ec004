// The sandbox's gateway refuses what Aliyun's refuses, in Aliyun's words.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { sendCall, signCall, sms, type CallOptions, type Scheme } from './sandbox-signer.ts';

const unlimited = { perMinute: Infinity, perHour: Infinity, perDay: Infinity, perNumberPerDay: Infinity };
const phone = '13490000100';
const minutes = 60_000;
const gatewayFields = ['Code', 'HostId', 'Message', 'Recommend', 'RequestId'];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, limits: unlimited });
});
afterAll(() => sandbox.close());

const call = (options: CallOptions = {}, parameters = sms(phone)) =>
	sendCall(signCall(sandbox.url, parameters, options));

describe.each<Scheme>(['v3', 'rpc'])('a call signed with the %s scheme', (scheme) => {
	it('is accepted when it is signed by the holder of the key', async () => {
		const { status, type, json } = await call({ scheme });
		expect(status).toBe(200);
		expect(type).toBe('application/json;charset=utf-8');
		expect(json).toEqual({
			Message: 'OK',
			BizId: expect.stringMatching(/^\d{18}\^0$/),
			Code: 'OK',
			RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
		});
	});

	it('may carry its parameters in the query or in a form, and may be a GET', async () => {
		for (const options of [{ place: 'query' }, { place: 'form' }, { method: 'GET' }] as const) {
			expect((await call({ scheme, ...options })).json['Code'], JSON.stringify(options)).toBe('OK');
		}
	});

	it('may carry a security token and any character', async () => {
		const parameters = sms(phone, { OutId: '~*!\'() +&=/%中"' });
		expect((await call({ scheme, securityToken: 'CAIS+/==' }, parameters)).json['Code']).toBe('OK');
	});

	it('is refused with a wrong secret, in the shape of a gateway error', async () => {
		const { status, json } = await call({ scheme, secret: 'wrong' });
		expect(status).toBe(400);
		expect(Object.keys(json).sort()).toEqual(gatewayFields);
		expect(json).toMatchObject({ Code: 'SignatureDoesNotMatch', HostId: 'dysmsapi.aliyuncs.com' });
		expect(json['Message']).toContain('server string to sign is:');
		// As the real one does: whoever logs this message logs phone and code.
		expect(json['Message']).toContain(phone);
		expect(json['Recommend']).toBe(
			`https://api.aliyun.com/troubleshoot?q=SignatureDoesNotMatch&product=Dysmsapi&requestId=${json['RequestId']}`
		);
	});

	it('is refused with an unknown key', async () => {
		const { status, json } = await call({ scheme, accessKeyId: 'nobody' });
		expect([status, json['Code']]).toEqual([404, 'InvalidAccessKeyId.NotFound']);
	});

	it('may be 14 minutes off, not 16', async () => {
		const now = Date.now();
		for (const sign of [-1, 1]) {
			expect((await call({ scheme, at: now + sign * 14 * minutes })).json['Code']).toBe('OK');
			const { status, json } = await call({ scheme, at: now + sign * 16 * minutes });
			expect([status, json['Code']]).toEqual([400, 'InvalidTimeStamp.Expired']);
		}
	});

	it.each(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00', '2026-02-30T00:00:00Z', '1767225600'])(
		'is refused with the stamp %s',
		async (at) => {
			const { status, json } = await call({ scheme, at });
			expect([status, json['Code']]).toEqual([400, 'InvalidTimeStamp.Format']);
		}
	);

	it('is accepted once', async () => {
		const signed = signCall(sandbox.url, sms(phone), { scheme });
		expect((await sendCall(signed)).json['Code']).toBe('OK');
		const { status, json } = await sendCall(signed);
		expect([status, json['Code']]).toEqual([400, 'SignatureNonceUsed']);
	});

	it('does not use up the nonce when it was not signed by the holder', async () => {
		const nonce = `nonce-${scheme}`;
		expect((await call({ scheme, nonce, secret: 'wrong' })).json['Code']).toBe('SignatureDoesNotMatch');
		expect((await call({ scheme, nonce })).json['Code']).toBe('OK');
	});

	it('is refused when the phone was changed on the way', async () => {
		const signed = signCall(sandbox.url, sms(phone), { scheme });
		const changed = {
			...signed,
			url: signed.url.replace(phone, '13490000101'),
			body: signed.body?.replace(phone, '13490000101')
		};
		const { status, json } = await sendCall(changed);
		expect([status, json['Code']]).toEqual([400, 'SignatureDoesNotMatch']);
	});

	it('is refused when a parameter was added on the way', async () => {
		const signed = signCall(sandbox.url, sms(phone), { scheme, place: 'query' });
		expect((await sendCall({ ...signed, url: `${signed.url}&OutId=1` })).json['Code']).toBe('SignatureDoesNotMatch');
	});

	it('is refused when a parameter is given twice', async () => {
		const signed = signCall(sandbox.url, sms(phone), { scheme, place: 'query' });
		const { status, json } = await sendCall({ ...signed, url: `${signed.url}&PhoneNumbers=13490000101` });
		expect([status, json['Code']]).toEqual([400, 'InvalidParameter']);
	});

	it('is checked in the order stamp, key, signature', async () => {
		const wrong = { scheme, accessKeyId: 'nobody', secret: 'wrong' };
		expect((await call({ ...wrong, at: 'never' })).json['Code']).toBe('InvalidTimeStamp.Format');
		expect((await call({ ...wrong, at: 0 })).json['Code']).toBe('InvalidTimeStamp.Expired');
		expect((await call(wrong)).json['Code']).toBe('InvalidAccessKeyId.NotFound');
	});

	it('names an unknown version, and an unknown action', async () => {
		const version = await call({ scheme, version: '2018-01-01' });
		expect([version.status, version.json['Code']]).toEqual([404, 'InvalidVersion']);
		const action = await call({ scheme, action: 'SendPigeon' });
		expect([action.status, action.json['Code']]).toEqual([404, 'InvalidAction.NotFound']);
	});

	it('names the parameter that is missing', async () => {
		const { status, json } = await call({ scheme }, sms(''));
		expect([status, json['Code']]).toEqual([400, 'MissingPhoneNumbers']);
	});
});

describe('what V3 signs', () => {
	it('is the body', async () => {
		const signed = signCall(sandbox.url, sms(phone), { place: 'form' });
		const { json } = await sendCall({ ...signed, body: `${signed.body}&OutId=1` });
		expect(json['Code']).toBe('SignatureDoesNotMatch');
	});

	it('is every x-acs header that is there', async () => {
		expect((await call({ headers: { 'x-acs-extra': '1' } })).json['Code']).toBe('OK');
		const { json } = await call({ unsignedHeaders: { 'x-acs-extra': '1' } });
		expect(json['Code']).toBe('SignatureDoesNotMatch');
	});

	it('is the host', async () => {
		const signed = signCall('http://dysmsapi.aliyuncs.com', sms(phone));
		const { json } = await sendCall({
			...signed,
			url: signed.url.replace('http://dysmsapi.aliyuncs.com', sandbox.url)
		});
		expect(json['Code']).toBe('SignatureDoesNotMatch');
	});

	it('is refused when it is cut short or of another kind', async () => {
		const signed = signCall(sandbox.url, sms(phone));
		const authorization = signed.headers['authorization'] ?? '';
		const withHeader = (text: string) => sendCall({ ...signed, headers: { ...signed.headers, authorization: text } });
		expect((await withHeader(authorization.replace(/,Signature=.*/, ''))).json['Code']).toBe('IncompleteSignature');
		const other = await withHeader(authorization.replace('ACS3-HMAC-SHA256', 'ACS3-HMAC-SM3'));
		expect(other.json['Code']).toBe('InvalidSignatureMethod');
	});
});

describe('the older scheme', () => {
	it('answers XML unless it is asked for JSON, in any case', async () => {
		expect((await call({ scheme: 'rpc' }, sms(phone, { Format: 'json' }))).json['Code']).toBe('OK');
		const { type, text } = await call({ scheme: 'rpc' }, sms(phone, { Format: 'XML' }));
		expect(type).toBe('text/xml;charset=utf-8');
		expect(text).toMatch(/<SendSmsResponse><Message>OK<\/Message>.*<Code>OK<\/Code>.*<\/SendSmsResponse>$/);
	});

	it('refuses an error in XML, escaped', async () => {
		const { text } = await call({ scheme: 'rpc', secret: 'wrong' }, sms(phone, { Format: 'XML' }));
		expect(text).toContain('<Error><RequestId>');
		expect(text).toContain('POST&amp;%2F&amp;');
	});
});

describe('the door', () => {
	const ask = (headers: Record<string, string>, path = '/_sandbox/messages', method = 'GET') =>
		new Promise<number | undefined>((resolve, reject) => {
			const sent = request({ host: '127.0.0.1', port: sandbox.port, path, method, headers }, (response) => {
				response.resume();
				resolve(response.statusCode);
			});
			sent.once('error', reject);
			sent.end();
		});

	it('opens for loopback names only, so that no site can point its own name here', async () => {
		expect(await ask({ host: `localhost:${sandbox.port}` })).toBe(200);
		expect(await ask({ host: 'evil.example' })).toBe(421);
		expect(await ask({ host: `127.0.0.1.evil.example:${sandbox.port}` })).toBe(421);
	});

	it('takes no orders from other sites', async () => {
		expect(await ask({ 'sec-fetch-site': 'cross-site' }, '/_sandbox/messages', 'DELETE')).toBe(403);
		expect(await ask({ origin: 'http://evil.example' }, '/_sandbox/messages', 'DELETE')).toBe(403);
		expect(await ask({}, '/_sandbox/messages', 'DELETE')).toBe(204);
	});

	it('does not read bodies without end', async () => {
		const response = await fetch(sandbox.url, { method: 'POST', body: 'x'.repeat(600 * 1024) });
		expect(response.status).toBe(413);
	});

	it('survives what is no URL', async () => {
		expect(await ask({}, '//')).toBe(400);
	});
});
