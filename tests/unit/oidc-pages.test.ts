// What the provider shows people, what it tells programs, and who may read its answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	afterSignOut,
	application,
	authorization,
	basic,
	form,
	json,
	openHarness,
	person,
	redirectUri,
	signIn,
	type Browser,
	type Harness
} from './oidc-harness.ts';

let foyer: Harness;

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(person());
	await foyer.store.applications.insert(application({ id: 'shop' }));
	await foyer.store.applications.insert(
		application({
			id: 'web',
			type: 'Traditional',
			secret: 'webSecret1',
			customClientMetadata: { corsAllowedOrigins: ['https://spa.example'], idTokenTtl: 'nonsense' }
		})
	);
});
afterAll(() => foyer.close());

const programs = { headers: { accept: 'application/json' } };

describe('a request that names no trusted address', () => {
	it.each([
		[
			'an unregistered redirect address',
			{ client_id: 'shop', redirect_uri: 'https://evil.example/' },
			'invalid_redirect_uri'
		],
		[
			'a prefix of a registered address',
			{ client_id: 'shop', redirect_uri: `${redirectUri}/more` },
			'invalid_redirect_uri'
		],
		['an unknown application', { client_id: 'nobody' }, 'invalid_client']
	])('%s is an error here, never a redirect', async (_what, parameters, error) => {
		const { url } = authorization(parameters);
		const shown = await foyer.browser().open(url);
		expect(shown.status).toBe(400);
		expect(shown.headers.get('location')).toBeNull();
		expect(await json(shown)).toEqual({ screen: 'failure', kind: 'invalid-request' });
		expect(await json(await foyer.send(url, programs))).toMatchObject({
			error,
			code: `oidc.${error}`,
			message: expect.any(String)
		});
	});

	it('can ask for the library’s own words', async () => {
		const answer = await json(
			await foyer.send(`${authorization({ client_id: 'nobody' }).url}&parse_error=false`, programs)
		);
		expect(answer).toHaveProperty('code');
		const token = await foyer.send('/oidc/token?parse_error=false', form({ grant_type: 'authorization_code' }));
		expect(await json(token)).not.toHaveProperty('code');
	});
});

describe('an address that is none', () => {
	it('is a page for people and JSON for programs', async () => {
		expect(await json(await foyer.browser().open('/oidc/nothing'))).toEqual({ screen: 'failure', kind: 'not-found' });
		const answer = await foyer.send('/oidc/nothing');
		expect(answer.status).toBe(404);
		expect(await json(answer)).toMatchObject({ code: 'entity.not_found' });
	});
});

describe('posting an authorization request', () => {
	it('becomes a GET, which brings the Lax cookies along', async () => {
		const { url } = authorization({ client_id: 'shop' });
		const fields = Object.fromEntries(new URL(url, foyer.origin).searchParams);
		const answer = await foyer.send('/oidc/auth', form(fields));
		expect(answer.status).toBe(303);
		const location = new URL(answer.headers.get('location') ?? '');
		expect(location.pathname).toBe('/oidc/auth');
		expect(Object.fromEntries(location.searchParams)).toEqual(fields);
	});
});

describe('response_mode=form_post', () => {
	it('is a page with a form, whose policy names the application’s origin', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		const answer = await browser.open(authorization({ client_id: 'shop', response_mode: 'form_post' }).url);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-security-policy')).toContain("form-action 'self' https://app.example");
		expect(await json(answer)).toEqual({
			screen: 'auto-post',
			action: redirectUri,
			fields: { code: expect.any(String), state: 'a-state', iss: `${foyer.origin}/oidc` },
			applicationName: 'Shop'
		});
	});

	it('carries errors too', async () => {
		const { url } = authorization({ client_id: 'shop', response_mode: 'form_post', prompt: 'none' });
		const answer = await foyer.browser().open(url);
		expect(answer.status).toBe(400);
		expect(await json(answer)).toMatchObject({
			screen: 'auto-post',
			fields: { error: 'login_required', state: 'a-state' }
		});
	});
});

describe('signing out', () => {
	const end = (browser: Browser, query: Record<string, string>) =>
		browser.open(`/oidc/session/end?${new URLSearchParams(query)}`);
	const isSignedIn = async (browser: Browser) => {
		const { url } = authorization({ client_id: 'shop', prompt: 'none' });
		return ((await browser.open(url)).headers.get('location') ?? '').includes('code=');
	};

	it('asks nothing of an application that is signed in here, and returns to its own address', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		expect(await isSignedIn(browser)).toBe(true);
		const answer = await end(browser, { client_id: 'shop', post_logout_redirect_uri: afterSignOut, state: 'x y' });
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toBe(`${afterSignOut}?state=x+y`);
		expect(await isSignedIn(browser)).toBe(false);
	});

	it('asks nothing with a valid hint, and shows the end when there is nowhere to return to', async () => {
		const browser = foyer.browser();
		const { code, verifier } = await signIn(foyer, browser, { client_id: 'shop' });
		const grant = {
			grant_type: 'authorization_code',
			redirect_uri: redirectUri,
			client_id: 'shop',
			code,
			code_verifier: verifier
		};
		const { id_token: hint } = await json(await foyer.send('/oidc/token', form(grant)));
		const answer = await end(browser, { id_token_hint: String(hint) });
		const address = answer.headers.get('location') ?? '';
		expect(address).toBe(`${foyer.origin}/oidc/session/end/success?client_id=shop`);
		expect(await json(await browser.open(address))).toEqual({ screen: 'signed-out' });
		expect(await isSignedIn(browser)).toBe(false);
	});

	it.each([
		['nobody in particular', {}],
		['an application that is not signed in here', { client_id: 'web', post_logout_redirect_uri: afterSignOut }],
		['an application without an address to return to', { client_id: 'shop' }]
	])('is a question when asked by %s', async (_who, query) => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		const page = await json(await end(browser, query));
		expect(page).toMatchObject({ screen: 'sign-out', action: `${foyer.origin}/oidc/session/end/confirm` });
		expect(await isSignedIn(browser)).toBe(true);
	});

	it('leaves for the application by a page once confirmed: a redirect after a post would meet form-action', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		const query = { client_id: 'web', post_logout_redirect_uri: afterSignOut };
		const { action, fields } = (await json(await end(browser, query))) as {
			action: string;
			fields: Record<string, string>;
		};
		const wrong = await browser.open(action, form({ ...fields, xsrf: 'guess' }));
		expect(wrong.status).toBe(400);
		const answer = await browser.open(action, form(fields));
		expect(answer.status).toBe(200);
		expect(await json(answer)).toMatchObject({ screen: 'go', url: afterSignOut });
		expect(await isSignedIn(browser)).toBe(false);
	});

	it('just returns when nobody is signed in', async () => {
		const answer = await end(foyer.browser(), { client_id: 'shop', post_logout_redirect_uri: afterSignOut });
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toBe(afterSignOut);
	});

	it('never leaves for an address that is not registered', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		const query = { client_id: 'shop', post_logout_redirect_uri: 'https://evil.example/' };
		expect(await json(await end(browser, query))).toEqual({ screen: 'failure', kind: 'invalid-request' });
	});

	it('keeps the tokens that were asked for to outlive it, and ends the others', async () => {
		const browser = foyer.browser();
		const { code, verifier } = await signIn(foyer, browser, { client_id: 'shop', prompt: '' });
		const grant = {
			grant_type: 'authorization_code',
			redirect_uri: redirectUri,
			client_id: 'shop',
			code,
			code_verifier: verifier
		};
		const { access_token: token } = await json(await foyer.send('/oidc/token', form(grant)));
		const me = () => foyer.send('/oidc/me', { headers: { authorization: `Bearer ${String(token)}` } });
		expect((await me()).status).toBe(200);
		await end(browser, { client_id: 'shop', post_logout_redirect_uri: afterSignOut });
		const refused = await me();
		expect(refused.status).toBe(401);
		expect(await json(refused)).toMatchObject({ error: 'invalid_token', code: 'oidc.invalid_token' });
	});
});

describe('reading answers from another origin', () => {
	const ask = async (id: string, origin: string) => {
		const request = form({ grant_type: 'refresh_token', refresh_token: 'none', client_id: id });
		const authorized: Record<string, string> = id === 'web' ? { authorization: basic('web', 'webSecret1') } : {};
		const headers = { ...(request.headers as object), ...authorized, origin };
		return (await foyer.send('/oidc/token', { ...request, headers })).headers.get('access-control-allow-origin');
	};

	it('is for the application’s own origins', async () => {
		expect(await ask('shop', 'https://app.example')).toBe('https://app.example');
		expect(await ask('web', 'https://spa.example')).toBe('https://spa.example');
		expect(await ask('shop', foyer.origin)).toBe(foyer.origin);
		expect(await ask('shop', 'https://spa.example')).toBeNull();
		expect(await ask('shop', 'null')).toBeNull();
	});

	it('is for everybody at discovery and keys, and for nobody at the authorization endpoint', async () => {
		const origin = { headers: { origin: 'https://anybody.example' } };
		const allowed = async (path: string) => (await foyer.send(path, origin)).headers.get('access-control-allow-origin');
		expect(await allowed('/oidc/jwks')).toBe('https://anybody.example');
		expect(await allowed('/oidc/.well-known/openid-configuration')).toBe('https://anybody.example');
		expect(await allowed(authorization({ client_id: 'shop' }).url)).toBeNull();
	});

	it('passes a preflight to the token endpoint', async () => {
		const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
		const answer = await foyer.send('/oidc/token', { method: 'OPTIONS', headers });
		expect(answer.status).toBe(204);
	});
});

describe('pushing an authorization request', () => {
	it('works once', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		const { url } = authorization({ client_id: 'shop' });
		const pushed = await foyer.send('/oidc/request', form(Object.fromEntries(new URL(url, foyer.origin).searchParams)));
		const { request_uri: address } = await json(pushed);
		const query = new URLSearchParams({ client_id: 'shop', request_uri: String(address) });
		expect((await browser.open(`/oidc/auth?${query}`)).headers.get('location')).toContain('code=');
		expect((await browser.open(`/oidc/auth?${query}`)).headers.get('location') ?? '').not.toContain('code=');
	});
});

describe('revoking and looking at tokens', () => {
	it('is up to the application that they were issued to', async () => {
		const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: 'shop' });
		const grant = {
			grant_type: 'authorization_code',
			redirect_uri: redirectUri,
			client_id: 'shop',
			code,
			code_verifier: verifier
		};
		const { refresh_token: token } = (await json(await foyer.send('/oidc/token', form(grant)))) as {
			refresh_token: string;
		};
		const look = async () => json(await foyer.send('/oidc/token/introspection', form({ client_id: 'shop', token })));
		expect(await look()).toMatchObject({ active: true, client_id: 'shop', sub: person().id });
		await foyer.send('/oidc/token/revocation', form({ client_id: 'web', client_secret: 'webSecret1', token }));
		expect(await look()).toMatchObject({ active: true });
		expect((await foyer.send('/oidc/token/revocation', form({ client_id: 'shop', token }))).status).toBe(200);
		expect(await look()).toEqual({ active: false });
	});
});

it('logs no unexpected error in all of this', () => {
	expect(foyer.errors).toEqual([]);
});
