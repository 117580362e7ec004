// The signature against the vendor's published vectors (A–C) and against what the official SDK signs (D–F).
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authorize, canonicalQuery, canonicalRequest, percentEncode, sha256 } from './sign.ts';

const emptyBody = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The older RPC signature: nothing of ours sends it, but its published vectors check our encoding and order. */
function signRpc(method: 'GET' | 'POST', parameters: Record<string, string>, secret: string): string {
	const stringToSign = `${method}&%2F&${percentEncode(canonicalQuery(parameters))}`;
	return createHmac('sha1', `${secret}&`).update(stringToSign).digest('base64');
}

describe('encoding parameters', () => {
	it('encodes everything but unreserved characters', () => {
		expect(percentEncode("~*!'() +&=/中")).toBe('~%2A%21%27%28%29%20%2B%26%3D%2F%E4%B8%AD');
	});

	it('sorts by name in byte order', () => {
		expect(canonicalQuery({ b: '1', a: '2', B: '3', 'a-': '4' })).toBe('B=3&a=2&a-=4&b=1');
	});
});

describe('older RPC vectors', () => {
	const common = { SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0' };

	it('A: DescribeRegions, published by the vendor', () => {
		const parameters = {
			...common,
			Action: 'DescribeRegions',
			AccessKeyId: 'testid',
			Format: 'XML',
			SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
			Timestamp: '2016-02-23T12:46:24Z',
			Version: '2014-05-26'
		};
		expect(signRpc('GET', parameters, 'testsecret')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
	});

	it('B: SendSms, published by the vendor', () => {
		const parameters = {
			...common,
			Action: 'SendSms',
			AccessKeyId: 'testId',
			Format: 'XML',
			OutId: '123',
			PhoneNumbers: '15300000001',
			RegionId: 'cn-hangzhou',
			SignName: '阿里云短信测试专用',
			SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466',
			TemplateCode: 'SMS_71390007',
			TemplateParam: '{"customer":"test"}',
			Timestamp: '2017-07-12T02:42:19Z',
			Version: '2017-05-25'
		};
		expect(signRpc('GET', parameters, 'testSecret')).toBe('zJDF+Lrzhj/ThnlvIToysFRq6t4=');
	});

	it('D: SendSms with characters that encoders get wrong', () => {
		const parameters = {
			...common,
			...sendSms,
			Action: 'SendSms',
			AccessKeyId: 'testid',
			Format: 'JSON',
			RegionId: 'cn-hangzhou',
			SignatureNonce: nonce,
			Timestamp: date,
			Version: '2017-05-25'
		};
		expect(signRpc('POST', parameters, 'testsecret')).toBe('mlZPI8TDlMNdgFMBs25yJn2lPWY=');
		expect(signRpc('GET', parameters, 'testsecret')).toBe('LG1epnNSlw8XdPgfK2+A4T1/f0o=');
	});
});

describe('V3 vectors', () => {
	it('C: RunInstances, published by the vendor', () => {
		const request = {
			method: 'POST',
			query: canonicalQuery({
				ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
				RegionId: 'cn-shanghai'
			}),
			headers: {
				host: 'ecs.cn-shanghai.aliyuncs.com',
				'x-acs-action': 'RunInstances',
				'x-acs-content-sha256': emptyBody,
				'x-acs-date': '2023-10-26T10:22:32Z',
				'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
				'x-acs-version': '2014-05-26'
			},
			body: ''
		};
		expect(sha256(canonicalRequest(request))).toBe('7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259');
		expect(authorize(request, { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' })).toBe(
			'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
				'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
				'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0'
		);
	});

	it('E: SendSms with its parameters in the query', () => {
		const request = { method: 'POST', query: canonicalQuery(sendSms), headers: v3Headers(emptyBody), body: '' };
		expect(request.query).toBe(
			'OutId=~%2A%21%27%28%29%20%2B&PhoneNumbers=13900001234&SignName=%E9%98%BF%E9%87%8C%E4%BA%91%E7%9F%AD%E4%BF%A1' +
				'%E6%B5%8B%E8%AF%95&TemplateCode=SMS_154950909&TemplateParam=%7B%22code%22%3A%22123456%22%7D'
		);
		expect(sha256(canonicalRequest(request))).toBe('10086f721d6c00eefdd5932a6dcb24fb706dc03361642496db52611db8b653da');
		expect(authorize(request, testKeys)).toContain(
			'Signature=9683dc6eb616d2e9b8ea4a8a0975f009f4286527ac3c4a7850030326ee7fe431'
		);
	});

	it('F: SendSms with its parameters in a form body', () => {
		const body = canonicalQuery(sendSms);
		const headers = { ...v3Headers(sha256(body)), 'Content-Type': ' application/x-www-form-urlencoded ' };
		const request = { method: 'POST', query: '', headers, body };
		expect(sha256(body)).toBe('a38e211eb98d5f683c48dab8a40a228a817013b6f2d18fef55bd312602fde517');
		expect(sha256(canonicalRequest(request))).toBe('744d5f01638df2a83f3fd98af87440ebeaa6f847b54a0bc55cd30aa50dd53e7c');
		expect(authorize(request, testKeys)).toContain(
			'Signature=387601ee87572268abbb7ecaaf68b8c77bb06e0f0f28d88ee114b416b805a1b6'
		);
	});
});

const nonce = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const date = '2025-01-01T00:00:00Z';
const testKeys = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const sendSms = {
	PhoneNumbers: '13900001234',
	SignName: '阿里云短信测试',
	TemplateCode: 'SMS_154950909',
	TemplateParam: '{"code":"123456"}',
	OutId: "~*!'() +"
};

function v3Headers(bodyDigest: string): Record<string, string> {
	return {
		host: 'dysmsapi.aliyuncs.com',
		'x-acs-action': 'SendSms',
		'x-acs-content-sha256': bodyDigest,
		'x-acs-date': date,
		'x-acs-signature-nonce': nonce,
		'x-acs-version': '2017-05-25'
	};
}
