// While the settings announce maintenance nobody signs in; whoever is signed in stays so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	const until = new Date(Date.now() + 90 * 60_000).toISOString();
	foyer = await startFoyer({ settings: { maintenance: { enabled: true, until } } });
});
afterAll(() => foyer.stop());

const send = (path: string, init: RequestInit = {}) => fetch(foyer.origin + path, { redirect: 'manual', ...init });

describe('during maintenance', () => {
	it.each(['GET', 'POST'])('a browser meets a page that says until when: %s', async (method) => {
		const headers = { accept: 'text/html', origin: foyer.origin, 'accept-language': 'en' };
		const answer = await send('/sign-in?app_id=demo-app&uid=12345678', { method, headers });
		expect(answer.status).toBe(503);
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(89 * 60);
		expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
		const page = await answer.text();
		expect(page).toContain('We’re doing some maintenance');
		expect(page).toMatch(/We expect to be back in (2 hours|90 minutes)\./);
	});

	it.each([
		['PUT', '/api/experience'],
		['POST', '/api/experience/submit'],
		['GET', '/api/interaction/consent']
	])('programs are refused: %s %s', async (method, path) => {
		const answer = await send(path, { method, headers: { accept: 'application/json, text/html' } });
		expect(answer.status).toBe(503);
		expect(await answer.json()).toMatchObject({ code: 'server.maintenance' });
	});

	it('nobody else gets in by naming the console', async () => {
		const browser = openBrowser(foyer.origin);
		const query = new URLSearchParams({
			client_id: 'demo-app',
			redirect_uri: `${foyer.origin}/demo-app/callback`,
			response_type: 'code',
			scope: 'openid',
			code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
			code_challenge_method: 'S256'
		});
		const away = await browser.request(`/oidc/auth?${query}`);
		const page = new URL(away.headers.get('location') ?? '', foyer.origin);
		const headers = { 'logto-app-id': 'console', 'foyer-interaction': page.searchParams.get('uid') ?? '' };
		for (const answer of [
			await browser.api('PUT', '', { interactionEvent: 'SignIn' }, headers),
			await browser.api('POST', 'accounts/continue', undefined, headers),
			await browser.api('GET', '/api/interaction/consent', undefined, headers),
			await browser.api('POST', '/api/interaction/consent', { deny: true }, headers)
		]) {
			expect(answer).toMatchObject({ status: 503, body: { code: 'server.maintenance' } });
		}
	});

	it('tokens, keys and what pages are told go on', async () => {
		for (const path of ['/oidc/jwks', '/oidc/.well-known/openid-configuration', '/api/.well-known/sign-in-exp'])
			expect((await send(path)).status).toBe(200);
	});
});
