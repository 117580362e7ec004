// openid-client as a third party: tokens after the person agreed, access_denied when they did not.
import * as oidc from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { readForms } from '../support/judges/html-forms.ts';
import { authorize, discover, exchange, signIn, type Judge } from '../support/judges/openid-session.ts';
import { open, type Person } from '../support/judges/person.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let ours: Judge;
let shop: Judge;

beforeAll(async () => {
	foyer = await startFoyer();
	const [one, other] = await Promise.all([
		foyer.createApplication({ redirectUris: ['http://localhost:3000/callback'] }),
		foyer.createApplication({ redirectUris: ['https://shop.example/callback'], more: ['--third-party'] })
	]);
	ours = await discover(foyer.origin, one);
	shop = await discover(foyer.origin, other);
});
afterAll(() => foyer?.stop());

function someone(): Person {
	return { browser: openBrowser(foyer.origin), phone: somePhone(), inbox: foyer.inbox };
}

it('signs somebody new up, is agreed to, and gets tokens that it can renew', async () => {
	const person = someone();
	// The first form of each page: on the consent page that is the one which agrees.
	const { tokens, claims, callback } = await signIn(shop, person);
	expect(callback.searchParams.get('iss')).toBe(`${foyer.origin}/oidc`);
	expect(claims).toMatchObject({ phone_number: person.phone });
	const renewed = await oidc.refreshTokenGrant(shop.config, tokens.refresh_token ?? '');
	expect(renewed.claims()?.sub).toBe(claims.sub);
});

it('is told access_denied when the person does not agree', async () => {
	const person = someone();
	await signIn(ours, person);
	const sent = await authorize(shop);
	const { url, html } = await open(person.browser, sent.url.href);
	expect(url.pathname).toBe('/consent');
	const [, deny] = readForms(html);
	const response = await person.browser.request(new URL(deny?.action ?? '', url).href, {
		method: 'POST',
		headers: { origin: foyer.origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
		body: new URLSearchParams(deny?.fields)
	});
	const next = new URL(response.headers.get('location') ?? '', url);
	expect(next.pathname).toBe('/go');
	const { away } = await open(person.browser, next.href);
	const refused = exchange(shop, sent, away ?? next);
	await expect(refused).rejects.toBeInstanceOf(oidc.AuthorizationResponseError);
	await expect(refused).rejects.toMatchObject({ error: 'access_denied' });
});

it('is told consent_required for prompt=none, until the person agreed', async () => {
	const person = someone();
	await signIn(ours, person);
	const silent = await authorize(shop, { prompt: 'none' });
	const before = await open(person.browser, silent.url.href);
	await expect(exchange(shop, silent, before.away!)).rejects.toMatchObject({ error: 'consent_required' });
	await signIn(shop, person);
	const again = await authorize(shop, { prompt: 'none' });
	const after = await open(person.browser, again.url.href);
	expect((await exchange(shop, again, after.away!)).claims()?.sub).toBeTruthy();
});
