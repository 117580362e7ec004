// The consent page as the server sends it: its weight, and what it says where nobody can be asked.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signInWithCode, startSignIn, type Application } from '../support/api-client.ts';
import { readForms } from '../support/judges/html-forms.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';
import { readWords } from '../support/words.ts';

let foyer: Foyer;

beforeAll(async () => void (foyer = await startFoyer()));
afterAll(() => foyer?.stop());

async function asked() {
	const redirectUri = 'https://shop.example/callback';
	const links = ['--terms', 'https://shop.example/terms', '--privacy', 'https://shop.example/privacy'];
	const made = await foyer.createApplication({
		name: 'Bookworm',
		redirectUris: [redirectUri],
		more: ['--third-party', ...links]
	});
	const application: Application = { id: made.id, secret: made.secret, redirectUri };
	const { browser } = await signInWithCode(foyer, { phone: somePhone() });
	return startSignIn(foyer, { browser, application });
}

describe('the consent page', () => {
	it.each(['en', 'zh-CN'])('weighs at most 14,336 bytes in %s, style included', async (language) => {
		const journey = await asked();
		const response = await journey.request(journey.page.href, {
			headers: { 'accept-encoding': 'br', 'accept-language': language, accept: 'text/html' }
		});
		expect(response.headers.get('content-encoding')).toBe('br');
		const html = (await response.text()).replace(/<link\b[^>]*\bdisabled\b[^>]*>/g, '');
		expect(html).toContain(readWords(language)('consent_allow'));
		const sheets = [...html.matchAll(/<link\b(?=[^>]*rel="stylesheet")[^>]*href="([^"]+)"/g)];
		const sizes = await Promise.all(
			sheets.map(async ([, href = '']) => {
				const sheet = await fetch(new URL(href, journey.page), { headers: { 'accept-encoding': 'br' } });
				return Number(sheet.headers.get('content-length'));
			})
		);
		const weight = sizes.reduce((sum, size) => sum + size, Number(response.headers.get('content-length')));
		expect(weight).toBeGreaterThan(2000);
		expect(weight).toBeLessThanOrEqual(14_336);
	});

	it('has two forms: one agrees to what it shows, one does not', async () => {
		const journey = await asked();
		const response = await journey.request(journey.page.href);
		const forms = readForms(await response.text());
		expect(forms.map(({ action }) => new URL(action, journey.page).search.split('&')[0])).toEqual([
			'?/allow',
			'?/deny'
		]);
		expect(forms.map(({ fields }) => Object.keys(fields))).toEqual([['version'], []]);
		expect(response.headers.get('cache-control')).toMatch(/no-store|no-cache/);
	});

	it('says so where the application is gone', async () => {
		const journey = await asked();
		await foyer.run(['app', 'remove', journey.application.id]);
		await sleep(1100);
		const html = await (await journey.request(journey.page.href)).text();
		expect(html).toContain('This app is no longer here');
		expect(readForms(html)).toEqual([]);
	});

	it('leads to where somebody belongs who is asked nothing', async () => {
		const stranger = openBrowser(foyer.origin);
		expect((await stranger.request('/consent')).headers.get('location')).toBe('/unknown-session');
		const journey = await startSignIn(foyer);
		const here = journey.page.href.replace('/sign-in?', '/consent?');
		const { location } = Object.fromEntries((await journey.request(here)).headers);
		expect(location).toMatch(/^\/sign-in\?app_id=demo-app&uid=/);
	});
});
