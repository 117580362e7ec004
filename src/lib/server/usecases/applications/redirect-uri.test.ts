import { describe, expect, it } from 'vitest';
import { findRedirectUriFlaw } from './redirect-uri.ts';

describe('an address to be redirected to', () => {
	it.each([
		['https://shop.example/callback', 'Traditional'],
		['https://shop.example:8443/callback?tenant=1', 'SPA'],
		['http://localhost:3000/callback', 'Traditional'],
		['http://127.0.0.1/callback', 'Native'],
		['http://[::1]:3000/callback', 'SPA'],
		['com.example.shop:/callback', 'Native'],
		['io.logto://callback', 'Native']
	] as const)('may be %s for %s', (uri, type) => {
		expect(findRedirectUriFlaw(uri, type, false)).toBeUndefined();
	});

	it.each([
		['/callback', 'not-a-url'],
		['https://shop.example/call back', 'not-a-url'],
		[' https://shop.example/callback', 'not-a-url'],
		['https://shop.example/callback#done', 'fragment'],
		['https://shop.example/callback#', 'fragment'],
		['https://*.shop.example/callback', 'wildcard'],
		['https://shop@evil.example/callback', 'credentials'],
		['javascript:alert(1)', 'scheme'],
		['data:text/html,x', 'scheme'],
		['com.example.shop:/callback', 'scheme'],
		['http://shop.example/callback', 'insecure'],
		['http://127.0.0.1.evil.example/callback', 'insecure'],
		['http://localhost.evil.example/callback', 'insecure']
	] as const)('cannot be %j for a web application', (uri, flaw) => {
		expect(findRedirectUriFlaw(uri, 'Traditional', false)).toBe(flaw);
	});

	it.each([
		['myapp://callback', 'scheme'],
		['javascript:alert(1)', 'scheme'],
		['http://shop.example/callback', 'insecure'],
		['https://localhost/callback', 'native-loopback'],
		['http://127.0.0.2/callback', 'native-loopback']
	] as const)('cannot be %j for a native application', (uri, flaw) => {
		expect(findRedirectUriFlaw(uri, 'Native', true)).toBe(flaw);
	});

	it('may be plain http on the local network while this is a demo', () => {
		expect(findRedirectUriFlaw('http://192.168.1.20:3000/callback', 'Traditional', true)).toBeUndefined();
	});
});
