import { describe, expect, it } from 'vitest';
import { endpointIsPrivate, endpointSetting, isSandboxEndpoint } from './endpoint.ts';

describe('telling a stand-in from the vendor', () => {
	it.each([
		'http://localhost:4010',
		'http://sandbox.localhost',
		'http://localhost.:4010',
		'http://127.0.0.1:4010',
		'http://127.9.9.9',
		'http://0x7f.1',
		'http://2130706433',
		'http://0.0.0.0:4010',
		'http://[::1]:4010',
		'http://[::]',
		'http://[::ffff:10.0.0.1]',
		'http://[fd00::1]',
		'http://[fe80::1]',
		'http://10.1.2.3',
		'http://172.16.0.1',
		'http://172.31.255.255',
		'http://192.168.1.1',
		'http://169.254.169.254',
		'http://100.64.0.1',
		'http://sandbox:4010',
		'https://aliyun.internal'
	])('%s is private', (url) => {
		expect(endpointIsPrivate(url)).toBe(true);
		expect(isSandboxEndpoint({ endpoint: url })).toBe(true);
	});

	it.each([
		'https://dysmsapi.aliyuncs.com',
		'https://172.32.0.1',
		'https://8.8.8.8',
		'https://localhost.example.com',
		'https://[2606:4700::1]'
	])('%s is not', (url) => {
		expect(endpointIsPrivate(url)).toBe(false);
	});

	it('takes a configuration without an endpoint for the vendor', () => {
		expect(isSandboxEndpoint({})).toBe(false);
		expect(isSandboxEndpoint(null)).toBe(false);
		expect(isSandboxEndpoint({ endpoint: 'nonsense' })).toBe(false);
	});
});

describe('the endpoint setting', () => {
	it.each(['https://dysmsapi.aliyuncs.com', 'https://dysmsapi.aliyuncs.com/', 'http://127.0.0.1:4010', undefined])(
		'takes %s',
		(url) => {
			expect(endpointSetting.safeParse(url).success).toBe(true);
		}
	);

	it.each([
		'http://dysmsapi.aliyuncs.com',
		'HTTP://dysmsapi.aliyuncs.com',
		'dysmsapi.aliyuncs.com',
		'ftp://127.0.0.1',
		'https://user:pass@dysmsapi.aliyuncs.com',
		'https://dysmsapi.aliyuncs.com/path',
		'https://dysmsapi.aliyuncs.com/?query',
		''
	])('refuses %s', (url) => {
		expect(endpointSetting.safeParse(url).success).toBe(false);
	});
});
