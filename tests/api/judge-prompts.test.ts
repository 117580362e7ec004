// One person, two applications, and every way an application can ask for a sign-in.
import * as oidc from 'openid-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { readForms } from '../support/judges/html-forms.ts';
import { authorize, discover, exchange, signIn, type Judge } from '../support/judges/openid-session.ts';
import { open, signInOnPages, type Person } from '../support/judges/person.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let bookstore: Judge;
let library: Judge;

beforeAll(async () => {
	foyer = await startFoyer();
	const [one, two] = await Promise.all([
		foyer.createApplication({ name: 'Bookstore', redirectUris: ['http://localhost:3000/callback'] }),
		foyer.createApplication({ name: 'Library', redirectUris: ['https://library.example/back'] })
	]);
	bookstore = await discover(foyer.origin, one);
	library = await discover(foyer.origin, two);
});
afterAll(() => foyer?.stop());

function someone(): Person {
	return { browser: openBrowser(foyer.origin), phone: somePhone(), inbox: foyer.inbox };
}

describe('a person who is signed in to one application', () => {
	it('is recognised by a second one without a page', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		const sent = await authorize(library);
		const { away } = await person.browser.follow(sent.url.href);
		expect(away?.href).toContain('https://library.example/back?code=');
		const tokens = await exchange(library, sent, away!);
		expect(tokens.claims()?.sub).toBe(first.claims.sub);
		expect(tokens.refresh_token).toBeTruthy();
	});

	it('is asked again with prompt=login, and auth_time moves on', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		await foyer.advanceClock(61_000);
		// `auth_time` is in seconds, of real time.
		await sleep(1_000);
		const sent = await authorize(bookstore, { prompt: 'login', max_age: '3600' });
		expect((await open(person.browser, sent.url.href)).url.pathname).toBe('/sign-in');
		const tokens = await exchange(bookstore, sent, await signInOnPages(person, sent.url.href));
		expect(tokens.claims()?.sub).toBe(first.claims.sub);
		expect(Number(tokens.claims()?.auth_time)).toBeGreaterThan(Number(first.claims.auth_time));
	});

	it('answers prompt=none with a code, and no refresh token', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		const sent = await authorize(bookstore, { prompt: 'none' });
		const { away } = await person.browser.follow(sent.url.href);
		const tokens = await exchange(bookstore, sent, away!);
		expect(tokens.claims()?.sub).toBe(first.claims.sub);
		expect(tokens.refresh_token).toBeUndefined();
	});
});

describe('a person whom nobody knows yet', () => {
	it('makes prompt=none fail with login_required, state and iss', async () => {
		const sent = await authorize(bookstore, { prompt: 'none' });
		const { away } = await openBrowser(foyer.origin).follow(sent.url.href);
		expect(Object.fromEntries(away!.searchParams)).toMatchObject({
			error: 'login_required',
			state: sent.state,
			iss: `${foyer.origin}/oidc`
		});
		await expect(exchange(bookstore, sent, away!)).rejects.toBeInstanceOf(oidc.AuthorizationResponseError);
	});
});

describe('response_mode=form_post', () => {
	it('hands the code over in a form that a person can press', async () => {
		const person = someone();
		await signIn(bookstore, person);
		const sent = await authorize(bookstore, { response_mode: 'form_post' });
		const { response } = await person.browser.follow(sent.url.href);
		const [form] = readForms(await response.text());
		expect(form?.action).toBe(bookstore.redirectUri);
		const policy = response.headers.get('content-security-policy');
		expect(policy).toContain("form-action 'self' http://localhost:3000");

		const posted = new Request(bookstore.redirectUri, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(form?.fields)
		});
		const tokens = await exchange(bookstore, sent, posted);
		expect(tokens.claims()?.sub).toMatch(/\w/);
	});
});

describe('a request that is not right', () => {
	it.each([
		['an address that is not registered', { redirect_uri: 'https://elsewhere.example/' }],
		['an unknown application', { client_id: 'nobody' }]
	])('with %s stays here, and says so on a page', async (_name, wrong) => {
		const { url } = await authorize(bookstore, wrong);
		const response = await openBrowser(foyer.origin).request(url.href, { headers: { accept: 'text/html' } });
		expect(response.status).toBe(400);
		expect(response.headers.get('location')).toBeNull();
		expect(await response.text()).toContain('<html');
	});

	it('because it names an API resource comes back with invalid_target', async () => {
		const { url } = await authorize(bookstore, { resource: 'https://api.example/' });
		const { away } = await openBrowser(foyer.origin).follow(url.href);
		expect(away?.searchParams.get('error')).toBe('invalid_target');
	});

	it('because PKCE is missing sends a public application invalid_request', async () => {
		const spa = await foyer.createApplication({ type: 'SPA', redirectUris: ['http://localhost:3000/callback'] });
		const { url } = await authorize(await discover(foyer.origin, spa, oidc.None()));
		url.searchParams.delete('code_challenge');
		url.searchParams.delete('code_challenge_method');
		const { away } = await openBrowser(foyer.origin).follow(url.href);
		expect(away?.searchParams.get('error')).toBe('invalid_request');
	});
});
