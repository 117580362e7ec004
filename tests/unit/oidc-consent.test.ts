// When the provider asks for consent, what it makes of the answer, and what ends with a withdrawal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOidcPort } from '../../src/lib/server/oidc/interaction.ts';
import {
	application,
	authorization,
	form,
	json,
	openHarness,
	person,
	redirectUri,
	signIn,
	uidOf,
	type Browser,
	type Harness
} from './oidc-harness.ts';

let foyer: Harness;

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(person());
	await foyer.store.users.insert(person({ id: 'user00000002', primaryPhone: '8613800138002' }));
	await foyer.store.applications.insert(application({ id: 'ours' }));
	await foyer.store.applications.insert(application({ id: 'other', isThirdParty: true }));
	await foyer.store.applications.insert(
		application({ id: 'narrow', isThirdParty: true, thirdParty: { scopes: ['openid', 'email'] } })
	);
	await foyer.store.applications.insert(
		application({ id: 'phone', type: 'Native', isThirdParty: true, redirectUris: ['com.example.app:/back'] })
	);
});
afterAll(() => foyer.close());

const openRequest = (browser: Browser, parameters: Record<string, string>) =>
	browser.open(authorization({ client_id: 'other', prompt: '', ...parameters }).url);
const leadsTo = (answer: Response) => new URL(answer.headers.get('location') ?? '', foyer.origin);

async function signedIn(): Promise<Browser> {
	const browser = foyer.browser();
	await signIn(foyer, browser, { client_id: 'ours' });
	return browser;
}

/** As the use case ends the interaction. */
async function agree(browser: Browser, scopes: string[], accountId = person().id): Promise<URL> {
	const uid = uidOf(browser);
	await foyer.store.interactions.setResult(uid, { consent: { accountId, scopes } });
	return leadsTo(await browser.open(`/oidc/auth/${uid}`));
}

describe('a third party that was granted nothing yet', () => {
	it('has the person asked on the consent page, with the hint that the cookie proves', async () => {
		const browser = await signedIn();
		const page = leadsTo(await openRequest(browser, {}));
		expect(page.pathname + page.search).toBe(`/consent?app_id=other&uid=${uidOf(browser).slice(0, 8)}`);
	});

	it('is answered consent_required when it wants no page', async () => {
		const answer = leadsTo(await openRequest(await signedIn(), { prompt: 'none' }));
		expect(answer.href).toContain(redirectUri);
		expect(Object.fromEntries(answer.searchParams)).toMatchObject({
			error: 'consent_required',
			state: 'a-state',
			iss: `${foyer.origin}/oidc`
		});
	});

	it('has the person sign in first, once', async () => {
		const browser = foyer.browser();
		expect(leadsTo(await openRequest(browser, {})).pathname).toBe('/sign-in');
		const uid = uidOf(browser);
		await foyer.store.interactions.setResult(uid, { login: { accountId: person().id } });
		expect(leadsTo(await browser.open(`/oidc/auth/${uid}`)).pathname).toBe('/consent');
		expect((await agree(browser, ['openid', 'profile'])).searchParams.get('code')).toBeTruthy();
	});
});

describe('a third party that the person agreed to', () => {
	it('is not asked again, but for more', async () => {
		const browser = await signedIn();
		await openRequest(browser, {});
		await agree(browser, ['openid', 'profile']);
		for (const prompt of ['', 'none']) {
			expect(leadsTo(await openRequest(browser, { prompt })).searchParams.get('code')).toBeTruthy();
		}
		const more = { scope: 'openid profile email' };
		expect(leadsTo(await openRequest(browser, { ...more, prompt: 'none' })).searchParams.get('error')).toBe(
			'consent_required'
		);
		expect(leadsTo(await openRequest(browser, more)).pathname).toBe('/consent');
		expect(await createOidcPort(foyer).consentRequestOf(uidOf(browser))).toMatchObject({
			scopes: ['openid', 'profile', 'email'],
			missing: ['email'],
			redirectUri,
			session: { accountId: person().id }
		});
	});

	it('is asked again for prompt=consent', async () => {
		const browser = await signedIn();
		for (let time = 0; time < 2; time++) {
			expect(leadsTo(await openRequest(browser, { prompt: 'consent' })).pathname).toBe('/consent');
			expect((await agree(browser, ['openid', 'profile', 'offline_access'])).searchParams.get('code')).toBeTruthy();
		}
	});

	it('gets what was agreed to and no more', async () => {
		const browser = await signedIn();
		const { url, verifier } = authorization({ client_id: 'other', scope: 'openid profile email', prompt: '' });
		await browser.open(url);
		// The rest is asked for again: nothing is taken for granted.
		expect((await agree(browser, ['openid'])).pathname).toBe('/consent');
		const code = (await agree(browser, ['openid', 'profile', 'email'])).searchParams.get('code') ?? '';
		const exchange = { grant_type: 'authorization_code', redirect_uri: redirectUri, client_id: 'other' };
		const tokens = await json(await foyer.send('/oidc/token', form({ ...exchange, code, code_verifier: verifier })));
		expect(tokens.scope).toBe('openid profile email');
	});

	it('is asked anew when somebody else signs in within the same authorization', async () => {
		const browser = await signedIn();
		await openRequest(browser, { prompt: 'consent' });
		const uid = uidOf(browser);
		await foyer.store.interactions.setResult(uid, {
			login: { accountId: 'user00000002' },
			consent: { accountId: person().id, scopes: ['openid', 'profile', 'offline_access'] }
		});
		await browser.open(`/oidc/auth/${uid}`);
		expect(leadsTo(await browser.open(`/oidc/auth/${uid}`)).pathname).toBe('/consent');
		const asked = await createOidcPort(foyer).consentRequestOf(uidOf(browser));
		expect(asked?.session.accountId).toBe('user00000002');
		expect(await foyer.store.oidc.grantsOf('user00000002')).toEqual([]);
	});

	it('meets the person every time when it is native: anybody can use its id', async () => {
		const browser = await signedIn();
		const native = { client_id: 'phone', redirect_uri: 'com.example.app:/back' };
		for (let time = 0; time < 2; time++) {
			expect(leadsTo(await openRequest(browser, native)).pathname).toBe('/consent');
			expect((await agree(browser, ['openid', 'profile'])).searchParams.get('code')).toBeTruthy();
		}
	});
});

describe('a third party that the person refuses', () => {
	it('is told access_denied, with state and iss', async () => {
		const browser = await signedIn();
		await openRequest(browser, { client_id: 'narrow', scope: 'openid email' });
		const uid = uidOf(browser);
		await foyer.store.interactions.setResult(uid, { error: 'access_denied', error_description: 'no' });
		const answer = leadsTo(await browser.open(`/oidc/auth/${uid}`));
		expect(answer.href).toContain(redirectUri);
		expect(Object.fromEntries(answer.searchParams)).toEqual({
			error: 'access_denied',
			error_description: 'no',
			state: 'a-state',
			iss: `${foyer.origin}/oidc`
		});
		const grants = await foyer.store.oidc.grantsOf(person().id);
		expect(grants.filter(({ clientId }) => clientId === 'narrow')).toEqual([]);
	});
});

describe('a third party that asks for what it may not have', () => {
	it.each([
		['narrow', 'openid phone'],
		['narrow', 'openid offline_access'],
		['other', 'openid roles'],
		['other', 'openid urn:logto:scope:organizations']
	])('%s with %s is sent back with invalid_scope', async (id, scope) => {
		const answer = leadsTo(await openRequest(foyer.browser(), { client_id: id, scope, prompt: 'consent' }));
		expect(answer.href).toContain(redirectUri);
		expect(answer.searchParams.get('error')).toBe('invalid_scope');
		expect(answer.searchParams.get('iss')).toBe(`${foyer.origin}/oidc`);
	});

	it('is one of our own: that one may', async () => {
		const answer = leadsTo(await openRequest(await signedIn(), { client_id: 'ours', scope: 'openid roles' }));
		expect(answer.searchParams.get('code')).toBeTruthy();
	});
});

describe('what use cases ask about consent', () => {
	it('is nothing of a sign-in, and nothing of what does not exist', async () => {
		const { consentRequestOf } = createOidcPort(foyer);
		const browser = foyer.browser();
		await openRequest(browser, {});
		expect(await consentRequestOf(uidOf(browser))).toBeUndefined();
		expect(await consentRequestOf('nothing')).toBeUndefined();
	});
});

it('logs no unexpected error in all of this', () => {
	expect(foyer.errors).toEqual([]);
});
