// The sandbox's own verifier against vectors that the official SDKs signed: it must accept them, and nothing near them.
import { describe, expect, it } from 'vitest';
import { parseApiRequest, readCall, type RawRequest } from './api-request.ts';
import { authenticate } from './authenticate.ts';
import { canonicalQuery, percentEncode, sha256Hex, type Pair } from './canonical.ts';
import { createNonces } from './nonces.ts';

const stamp = '2025-01-01T00:00:00Z';
const nonce = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const sendSms: Pair[] = [
	['OutId', "~*!'() +"],
	['PhoneNumbers', '13900001234'],
	['SignName', '阿里云短信测试'],
	['TemplateCode', 'SMS_154950909'],
	['TemplateParam', '{"code":"123456"}']
];
const encoded = canonicalQuery(sendSms);
const form = 'application/x-www-form-urlencoded';

/** The code that the gateway refuses with, or `accepted`. */
function judge(raw: Omit<RawRequest, 'body'> & { body?: string }, secret = 'testsecret'): string {
	const call = readCall(parseApiRequest({ ...raw, body: Buffer.from(raw.body ?? '') }));
	if (!call) return 'InvalidParameter';
	const skewMs = 15 * 60_000;
	const gate = {
		findSecret: (id: string) => (id === 'testid' ? secret : undefined),
		nonces: createNonces(skewMs),
		now: () => Date.parse(stamp),
		skewMs
	};
	return authenticate(call, gate)?.code ?? 'accepted';
}

/** The older scheme's request, in the query of a GET or in the form of a POST. */
function rpc(method: 'GET' | 'POST', signature: string) {
	const parameters: Pair[] = [
		...sendSms,
		['AccessKeyId', 'testid'],
		['Action', 'SendSms'],
		['Format', 'JSON'],
		['RegionId', 'cn-hangzhou'],
		['Signature', signature],
		['SignatureMethod', 'HMAC-SHA1'],
		['SignatureNonce', nonce],
		['SignatureVersion', '1.0'],
		['Timestamp', stamp],
		['Version', '2017-05-25']
	];
	const text = canonicalQuery(parameters);
	if (method === 'GET') return { method, url: `/?${text}`, headers: {} };
	return { method, url: '/', headers: { 'content-type': form }, body: text };
}

function v3(signature: string, place: 'query' | 'form') {
	const body = place === 'form' ? encoded : '';
	const headers: Record<string, string> = {
		host: 'dysmsapi.aliyuncs.com',
		'x-acs-action': 'SendSms',
		'x-acs-content-sha256': sha256Hex(body),
		'x-acs-date': stamp,
		'x-acs-signature-nonce': nonce,
		'x-acs-version': '2017-05-25',
		...(body ? { 'content-type': form } : {})
	};
	const names = Object.keys(headers).sort().join(';');
	const authorization = `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${names},Signature=${signature}`;
	return {
		method: 'POST',
		url: body ? '/' : `/?${encoded}`,
		headers: { ...headers, authorization } as Record<string, string>,
		body
	};
}

const signatureE = '9683dc6eb616d2e9b8ea4a8a0975f009f4286527ac3c4a7850030326ee7fe431';
const signatureF = '387601ee87572268abbb7ecaaf68b8c77bb06e0f0f28d88ee114b416b805a1b6';

const vectors = {
	'D, HMAC-SHA1, POST': rpc('POST', 'mlZPI8TDlMNdgFMBs25yJn2lPWY='),
	'D, HMAC-SHA1, GET': rpc('GET', 'LG1epnNSlw8XdPgfK2+A4T1/f0o='),
	'E, ACS3-HMAC-SHA256, in the query': v3(signatureE, 'query'),
	'F, ACS3-HMAC-SHA256, in the body': v3(signatureF, 'form')
};

describe.each(Object.entries(vectors))('vector %s', (_name, request) => {
	it('is accepted', () => {
		expect(judge(request)).toBe('accepted');
	});

	it('is refused with another secret', () => {
		expect(judge(request, 'testsecret2')).toBe('SignatureDoesNotMatch');
	});

	it('is refused when the number was changed', () => {
		const changed = {
			...request,
			url: request.url.replace('13900001234', '13900001235'),
			body: request.body?.replace('13900001234', '13900001235')
		};
		expect(judge(changed)).toBe('SignatureDoesNotMatch');
	});
});

describe('the signature', () => {
	it('belongs to one method', () => {
		expect(judge(rpc('POST', 'LG1epnNSlw8XdPgfK2+A4T1/f0o='))).toBe('SignatureDoesNotMatch');
		expect(judge({ ...v3(signatureE, 'query'), method: 'GET' })).toBe('SignatureDoesNotMatch');
	});

	it('belongs to one host', () => {
		const request = v3(signatureE, 'query');
		const headers = { ...request.headers, host: 'dysmsapi.ap-southeast-1.aliyuncs.com' };
		expect(judge({ ...request, headers })).toBe('SignatureDoesNotMatch');
	});

	it('covers a body whose hash was changed with it', () => {
		const request = v3(signatureF, 'form');
		const body = `${encoded}&SmsUpExtendCode=1`;
		const headers = { ...request.headers, 'x-acs-content-sha256': sha256Hex(body) };
		expect(judge({ ...request, body, headers })).toBe('SignatureDoesNotMatch');
	});
});

describe('the scheme of a call', () => {
	it('is told by where the signature is, not by headers that only one of them signs', () => {
		const headers = { 'x-acs-action': 'AnotherAction', 'x-acs-version': '2000-01-01', 'content-type': form };
		const request = { ...rpc('POST', 'mlZPI8TDlMNdgFMBs25yJn2lPWY='), headers };
		expect(judge(request)).toBe('accepted');
		const call = readCall(parseApiRequest({ ...request, body: Buffer.from(request.body ?? '') }));
		expect(call).toMatchObject({ scheme: 'rpc', action: 'SendSms', version: '2017-05-25' });
	});
});

describe('encoding', () => {
	it('leaves only unreserved characters as they are', () => {
		expect(percentEncode("~*!'() +&=/中")).toBe('~%2A%21%27%28%29%20%2B%26%3D%2F%E4%B8%AD');
	});

	it('sorts by name in byte order', () => {
		const pairs: Pair[] = [
			['b', '1'],
			['a', '2'],
			['B', '3'],
			['a-', '4']
		];
		expect(canonicalQuery(pairs)).toBe('B=3&a=2&a-=4&b=1');
	});
});
