// Whose words, look and name stand on a page: also on those of the provider, and where something has failed.
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, signInWithCode, startSignIn, type Browser } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { openMachine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const redirectUri = 'https://books.example/callback';
const html = { accept: 'text/html', 'accept-language': 'en' };

let foyer: Foyer;
let own: { id: string; secret?: string };
let foreign: { id: string; secret?: string };
beforeAll(async () => {
	foyer = await startFoyer();
	own = await foyer.createApplication({
		name: 'Bookstore',
		redirectUris: [redirectUri],
		postLogoutRedirectUris: ['https://books.example/bye']
	});
	const links = ['--terms', 'https://worm.example/terms', '--privacy', 'https://worm.example/privacy'];
	foreign = await foyer.createApplication({
		name: 'Bookworm',
		redirectUris: ['https://worm.example/callback'],
		postLogoutRedirectUris: ['https://worm.example/bye'],
		more: ['--third-party', ...links]
	});
});
afterAll(() => foyer?.stop());

const read = async (url: string, browser: Browser = openBrowser(foyer.origin)) => {
	const answer = await browser.request(url, { headers: html });
	return { status: answer.status, page: await answer.text() };
};
const signedIn = async () => (await signInWithCode(foyer, { phone: somePhone() })).browser;
const headerOf = (page: string) => /<span dir="auto"[^>]*>([^<]*)<\/span>/.exec(page)?.[1];
const headingOf = (page: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(page)?.[1]?.replaceAll(/<!--.*?-->/g, '');
const titleOf = (page: string) => /<title>([^<]*)<\/title>/.exec(page)?.[1];

describe('the name in the header', () => {
	it('is that of an application of our own, where the brand has none', async () => {
		const journey = await startSignIn(foyer, { application: { ...own, redirectUri } });
		const drawn = await read(journey.page.href, journey);
		expect([headerOf(drawn.page), titleOf(drawn.page)]).toEqual(['Bookstore', 'Sign in · Bookstore']);
	});

	it('is never that of a third party, which the title names', async () => {
		const application = { ...foreign, redirectUri: 'https://worm.example/callback' };
		const journey = await startSignIn(foyer, { application });
		const drawn = await read(journey.page.href, journey);
		expect([headerOf(drawn.page), titleOf(drawn.page)]).toEqual([undefined, 'Sign in to Bookworm']);
		const begun = await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		expect(begun.status).toBe(204);
		expect(headerOf((await read(journey.page.href, journey)).page)).toBeUndefined();
	});

	it('is not that of a third party that signs people out', async () => {
		const { page } = await read(`/oidc/session/end?client_id=${foreign.id}`, await signedIn());
		expect(page).toContain('Bookworm');
		expect(headerOf(page)).toBeUndefined();
	});
});

describe('an application with a look of its own', () => {
	const colour = '--foyer-primary:#aa3311';
	beforeAll(async () => {
		const color = { primaryColor: '#aa3311', isDarkModeEnabled: false, darkPrimaryColor: '#ee9988' };
		const look = { displayName: 'The Old Bookstore', color };
		const ran = await foyer.run(['app', 'look', own.id, '--file', '-'], JSON.stringify(look));
		expect(ran).toMatchObject({ code: 0, stderr: '' });
		const isThere = async () => (await read(`/unknown-session?app_id=${own.id}`)).page.includes(colour);
		await vi.waitUntil(isThere, { timeout: 5000 });
	});

	it('keeps it when it signs people out, and when they have signed out', async () => {
		const browser = await signedIn();
		const asked = await read(`/oidc/session/end?client_id=${own.id}`, browser);
		expect(asked.page).toContain('/oidc/session/end/confirm');
		expect([headerOf(asked.page), asked.page.includes(colour)]).toEqual(['The Old Bookstore', true]);
		const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.page)?.[1] ?? '';
		const confirmed = await browser.request('/oidc/session/end/confirm', {
			method: 'POST',
			headers: { ...html, origin: foyer.origin },
			body: new URLSearchParams({ xsrf, logout: 'yes' })
		});
		const ended = await read(confirmed.headers.get('location') ?? '', browser);
		expect(ended.page).toContain('You’re signed out');
		expect([headerOf(ended.page), ended.page.includes(colour)]).toEqual(['The Old Bookstore', true]);
	});

	it('keeps it when what it asked for is handed over by a form', async () => {
		const application = { ...own, redirectUri };
		const { browser } = await signInWithCode(foyer, { phone: somePhone() }, { application });
		const journey = await startSignIn(foyer, { application, browser, parameters: { response_mode: 'form_post' } });
		const handed = await read(journey.page.href, browser);
		expect(handed.page).toContain(`action="${redirectUri}"`);
		expect([headerOf(handed.page), handed.page.includes(colour)]).toEqual(['The Old Bookstore', true]);
	});

	it('keeps it where a form is refused unseen', async () => {
		const headers = { ...html, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
		const refused = await fetch(`${foyer.origin}/sign-in?app_id=${own.id}`, { method: 'POST', headers });
		expect([refused.status, (await refused.text()).includes(colour)]).toEqual([403, true]);
	});

	it('lends it to nobody: who names no application, or none that is known, meets the shared one', async () => {
		const browser = await signedIn();
		for (const query of ['', '?client_id=nobody', '?client_id=%22%3E%26app_id'])
			expect((await read(`/oidc/session/end${query}`, browser)).page).not.toContain(colour);
	});
});

describe('words of the tenant’s own', () => {
	beforeAll(async () => {
		const machine = await openMachine(foyer);
		const words = { failure_not_found_title: 'Nothing on this shelf', sign_out_title: 'Leaving the library?' };
		await done(machine.api('PATCH', 'custom-phrases/en', words));
	});

	it('are said where something is not found', async () => {
		const { status, page } = await read('/nothing-here');
		expect(status).toBe(404);
		expect(headingOf(page)).toBe('Nothing on this shelf');
	});

	it('are said on the pages of the provider', async () => {
		const asked = await read('/oidc/session/end', await signedIn());
		expect(headingOf(asked.page)).toBe('Leaving the library?');
		const nothing = await read('/oidc/nothing-here');
		expect(nothing.status).toBe(404);
		expect(headingOf(nothing.page)).toBe('Nothing on this shelf');
	});

	it('give way to ours where nobody can read them: what failed is said all the same', async () => {
		const database = new DatabaseSync(path.join(foyer.dataFolder, 'foyer.db'));
		database.exec('ALTER TABLE custom_phrase RENAME TO gone');
		database.exec('ALTER TABLE setting RENAME TO gone_setting');
		database.close();
		const heading = async () => headingOf((await read('/nothing-here')).page);
		await expect.poll(heading, { timeout: 5000 }).toBe('There’s nothing here');
		expect((await read('/nothing-here')).status).toBe(404);
	});
});
