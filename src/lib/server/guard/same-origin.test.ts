import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from './same-origin.ts';

const origin = 'https://login.example.com';
const form = 'application/x-www-form-urlencoded';

function isAllowed(method: string, headers: Record<string, string>, path = '/sign-in'): boolean {
	const url = new URL(origin + path);
	return isAllowedOrigin(new Request(url, { method, headers }), url, origin);
}

describe('a request that changes state', () => {
	it('passes from our own pages', () => {
		expect(isAllowed('POST', { 'sec-fetch-site': 'same-origin', 'content-type': form })).toBe(true);
		expect(isAllowed('POST', { origin, 'content-type': form })).toBe(true);
	});

	it.each(['cross-site', 'same-site', 'none'])('is refused from %s pages, whatever the Origin header says', (site) => {
		expect(isAllowed('POST', { 'sec-fetch-site': site, origin, 'content-type': form })).toBe(false);
	});

	it.each([
		'null',
		'https://evil.example',
		'http://login.example.com',
		'https://login.example.com:444',
		`${origin}.evil.example`
	])('is refused with Origin %s', (sender) => {
		for (const type of [form, 'application/json', 'text/plain', 'multipart/form-data'])
			expect(isAllowed('POST', { origin: sender, 'content-type': type })).toBe(false);
	});

	it('passes from programs, which send JSON and no Origin', () => {
		expect(isAllowed('PUT', { 'content-type': 'application/json; charset=utf-8' }, '/api/experience')).toBe(true);
		expect(isAllowed('POST', {}, '/api/experience/submit')).toBe(true);
	});

	it.each([form, 'text/plain', 'multipart/form-data', 'application/jsonp', 'TEXT/PLAIN;application/json'])(
		'is refused without Origin as %s',
		(type) => {
			expect(isAllowed('POST', { 'content-type': type }, '/api/experience/submit')).toBe(false);
		}
	);

	it.each(['PUT', 'PATCH', 'DELETE', 'POST'])('covers %s', (method) => {
		expect(isAllowed(method, { origin: 'https://evil.example' }, '/api/experience')).toBe(false);
	});
});

describe('the API', () => {
	const evil = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', 'content-type': form };

	it('is open to whoever brings a bearer token, which no browser does by itself', () => {
		expect(isAllowed('POST', { ...evil, authorization: 'Bearer x' }, '/api/users')).toBe(true);
		expect(isAllowed('POST', { 'content-type': form, authorization: 'bearer x' }, '/api/users')).toBe(true);
	});

	it('is not for what browsers do add, nor are our pages', () => {
		expect(isAllowed('POST', { ...evil, authorization: 'Basic YTpi' }, '/api/users')).toBe(false);
		expect(isAllowed('POST', { ...evil, authorization: 'Negotiate x' }, '/api/users')).toBe(false);
		expect(isAllowed('POST', { ...evil, authorization: 'Bearer x' }, '/sign-in')).toBe(false);
		expect(isAllowed('POST', { ...evil, authorization: 'Bearer x' }, '/apis')).toBe(false);
	});
});

describe('the protocol', () => {
	it.each(['/oidc/token', '/oidc/token/revocation', '/oidc/me', '/oidc/request', '/oidc/auth', '//oidc/token'])(
		'is open to servers at %s',
		(path) => {
			expect(isAllowed('POST', { 'content-type': form }, path)).toBe(true);
		}
	);

	it.each(['/oidc/auth/some-uid', '/oidc/session/end/confirm', '/oidc/tokens', '/x/oidc/token'])(
		'is closed at %s',
		(path) => {
			expect(isAllowed('POST', { 'content-type': form, 'sec-fetch-site': 'cross-site' }, path)).toBe(false);
		}
	);
});

describe('a request that only reads', () => {
	it('always passes', () => {
		expect(isAllowed('GET', { 'sec-fetch-site': 'cross-site' })).toBe(true);
	});
});
