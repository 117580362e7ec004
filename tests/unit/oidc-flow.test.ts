// Signing in through the provider, as Logto's SDKs and standard clients do it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRemoteJWKSet, customFetch, decodeProtectedHeader, jwtVerify } from 'jose';
import {
	application,
	authorization,
	basic,
	form,
	json,
	openHarness,
	person,
	redirectUri,
	signIn,
	uidOf,
	type Harness
} from './oidc-harness.ts';

let foyer: Harness;

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(person());
	await foyer.store.users.insert(person({ id: 'suspended001', primaryPhone: '8613800138001', isSuspended: true }));
	await foyer.store.applications.insert(application({ id: 'spa' }));
	await foyer.store.applications.insert(application({ id: 'web', type: 'Traditional', secret: 'webSecret1' }));
	await foyer.store.applications.insert(
		application({ id: 'native', type: 'Native', redirectUris: ['com.example.app://callback'] })
	);
	await foyer.store.applications.insert(
		application({ id: 'machine', type: 'MachineToMachine', secret: 'machineSecret1', redirectUris: [] })
	);
	await foyer.store.applications.insert(application({ id: 'other', isThirdParty: true }));
});
afterAll(() => foyer.close());

const exchange = (fields: Record<string, string>, headers: Record<string, string> = {}) => {
	const request = form({ grant_type: 'authorization_code', redirect_uri: redirectUri, ...fields });
	return foyer.send('/oidc/token', { ...request, headers: { ...(request.headers as object), ...headers } });
};

describe('discovery', () => {
	it('names every endpoint and what is on', async () => {
		const answer = await json(await foyer.send('/oidc/.well-known/openid-configuration'));
		const at = (path: string) => `${foyer.origin}/oidc${path}`;
		expect(answer).toMatchObject({
			issuer: at(''),
			authorization_endpoint: at('/auth'),
			token_endpoint: at('/token'),
			userinfo_endpoint: at('/me'),
			jwks_uri: at('/jwks'),
			end_session_endpoint: at('/session/end'),
			revocation_endpoint: at('/token/revocation'),
			introspection_endpoint: at('/token/introspection'),
			pushed_authorization_request_endpoint: at('/request'),
			response_types_supported: ['code', 'none'],
			response_modes_supported: ['form_post', 'fragment', 'query'],
			grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
			code_challenge_methods_supported: ['S256'],
			subject_types_supported: ['public'],
			id_token_signing_alg_values_supported: ['ES384'],
			token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
			authorization_response_iss_parameter_supported: true,
			claims_parameter_supported: false,
			request_uri_parameter_supported: false,
			backchannel_logout_supported: false
		});
		expect(answer.scopes_supported).toEqual(
			expect.arrayContaining(['openid', 'offline_access', 'profile', 'email', 'phone', 'address', 'custom_data'])
		);
	});

	it('answers the same under all its addresses, a double slash included', async () => {
		const addresses = [
			'/oidc/.well-known/oauth-authorization-server',
			'/.well-known/oauth-authorization-server/oidc',
			`${foyer.origin}//oidc/.well-known/openid-configuration`
		];
		const expected = await json(await foyer.send('/oidc/.well-known/openid-configuration'));
		for (const address of addresses) expect(await json(await foyer.send(address))).toEqual(expected);
	});

	it('takes host and scheme from the settings, never from the request', async () => {
		const answer = await foyer.send('http://evil.example/oidc/.well-known/openid-configuration', {
			headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
		});
		expect(JSON.stringify(await json(answer))).not.toContain('evil.example');
	});
});

describe('signing in to an application without a secret', () => {
	it('ends with tokens whose ID token a standard client verifies', async () => {
		const browser = foyer.browser();
		const { location, code, verifier } = await signIn(foyer, browser, {
			client_id: 'spa',
			scope: 'openid offline_access profile phone'
		});
		expect(location.href).toMatch(redirectUri);
		expect(location.searchParams.get('state')).toBe('a-state');
		expect(location.searchParams.get('iss')).toBe(`${foyer.origin}/oidc`);

		const answer = await exchange({ client_id: 'spa', code, code_verifier: verifier });
		const tokens = await json(answer);
		expect(answer.status).toBe(200);
		expect(tokens).toMatchObject({
			token_type: 'Bearer',
			expires_in: 3600,
			scope: 'openid offline_access profile phone'
		});
		expect(tokens.refresh_token).toEqual(expect.any(String));

		const keys = createRemoteJWKSet(new URL('/oidc/jwks', foyer.origin), { [customFetch]: (url) => foyer.send(url) });
		const { payload } = await jwtVerify(String(tokens.id_token), keys, {
			issuer: `${foyer.origin}/oidc`,
			audience: 'spa'
		});
		expect(decodeProtectedHeader(String(tokens.id_token)).alg).toBe('ES384');
		expect(payload).toMatchObject({
			sub: person().id,
			aud: 'spa',
			name: null,
			username: null,
			picture: null,
			phone_number: '8613800138000',
			phone_number_verified: true,
			created_at: 1_700_000_000_000,
			updated_at: 1_700_000_000_001,
			auth_time: expect.any(Number)
		});
		expect(payload).not.toHaveProperty('custom_data');

		const info = await foyer.send('/oidc/me', { headers: { authorization: `Bearer ${String(tokens.access_token)}` } });
		expect(await json(info)).toMatchObject({ sub: person().id, phone_number: '8613800138000' });
	});

	it('keeps the SQL statements of the provider few', async () => {
		const browser = foyer.browser();
		foyer.statements.length = 0;
		const { code, verifier } = await signIn(foyer, browser, { client_id: 'spa' });
		await exchange({ client_id: 'spa', code, code_verifier: verifier });
		const ofTest = foyer.statements.filter((sql) => sql.startsWith('update "interaction" set "result"')).length;
		expect(foyer.statements.length - ofTest).toBeLessThanOrEqual(18);
	});

	it('demands PKCE, and S256', async () => {
		const browser = foyer.browser();
		for (const parameters of [
			{ code_challenge: '', code_challenge_method: '' },
			{ code_challenge_method: 'plain' }
		] as Record<string, string>[]) {
			const { url } = authorization({ client_id: 'spa', ...parameters });
			const location = new URL((await browser.open(url)).headers.get('location') ?? '');
			expect(location.searchParams.get('error')).toBe('invalid_request');
		}
	});

	it('gives an authorization code away once, and revokes what a second use finds', async () => {
		const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: 'spa' });
		const both = await Promise.all([1, 2].map(() => exchange({ client_id: 'spa', code, code_verifier: verifier })));
		expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
		const winner = await json(both.find(({ status }) => status === 200) as Response);
		const renewed = await foyer.send(
			'/oidc/token',
			form({ grant_type: 'refresh_token', client_id: 'spa', refresh_token: String(winner.refresh_token) })
		);
		expect(await json(renewed)).toMatchObject({ error: 'invalid_grant', code: 'oidc.invalid_grant' });
	});

	it('takes the word None for no secret, and no other word', async () => {
		const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: 'spa' });
		const refused = await exchange({ client_id: 'spa', code, code_verifier: verifier, client_secret: 'guess' });
		expect(refused.status).toBe(401);
		const taken = await exchange({ client_id: 'spa', code, code_verifier: verifier, client_secret: 'None' });
		expect(taken.status).toBe(200);
	});
});

describe('signing in to an application with a secret', () => {
	it.each(['basic', 'post'])('accepts the secret by %s', async (method) => {
		const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: 'web' });
		const answer =
			method === 'basic'
				? await exchange(
						{ client_id: 'web', code, code_verifier: verifier },
						{ authorization: basic('web', 'webSecret1') }
					)
				: await exchange({ client_id: 'web', code, code_verifier: verifier, client_secret: 'webSecret1' });
		expect(answer.status).toBe(200);
	});

	it('refuses a wrong or missing secret, in both vocabularies', async () => {
		const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: 'web' });
		for (const fields of [{}, { client_secret: 'wrong' }, { client_secret: 'None' }] as Record<string, string>[]) {
			const answer = await exchange({ client_id: 'web', code, code_verifier: verifier, ...fields });
			expect(answer.status).toBe(401);
			expect(await json(answer)).toMatchObject({
				error: 'invalid_client',
				code: 'oidc.invalid_client',
				message: expect.any(String)
			});
		}
	});

	it('refuses a header and a body that name different applications', async () => {
		const answer = await exchange({ client_id: 'spa', code: 'x' }, { authorization: basic('web', 'webSecret1') });
		expect(await json(answer)).toMatchObject({ error: 'invalid_request' });
	});

	it('does not need PKCE', async () => {
		const { code } = await signIn(foyer, foyer.browser(), {
			client_id: 'web',
			code_challenge: '',
			code_challenge_method: ''
		});
		expect((await exchange({ client_id: 'web', code, client_secret: 'webSecret1' })).status).toBe(200);
	});
});

describe('a machine', () => {
	it('gets a token of its own, with a scope that is a string', async () => {
		const request = form({ grant_type: 'client_credentials' });
		const headers = { ...(request.headers as object), authorization: basic('machine', 'machineSecret1') };
		const answer = await json(await foyer.send('/oidc/token', { ...request, headers }));
		expect(answer).toMatchObject({ token_type: 'Bearer', scope: '', access_token: expect.any(String) });
	});

	it('may post JSON', async () => {
		const body = JSON.stringify({
			grant_type: 'client_credentials',
			client_id: 'machine',
			client_secret: 'machineSecret1'
		});
		const headers = { 'content-type': 'application/json' };
		expect((await foyer.send('/oidc/token', { method: 'POST', headers, body })).status).toBe(200);
	});
});

describe('somebody who is signed in already', () => {
	it('goes straight back for prompt=consent, with a refresh token', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'spa' });
		const { url, verifier } = authorization({ client_id: 'spa' });
		const location = new URL((await browser.open(url)).headers.get('location') ?? '');
		expect(location.origin).toBe('https://app.example');
		const code = location.searchParams.get('code') ?? '';
		expect(await json(await exchange({ client_id: 'spa', code, code_verifier: verifier }))).toHaveProperty(
			'refresh_token'
		);
	});

	it('goes straight back to another of our applications, a native one too', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'spa' });
		const { url } = authorization({ client_id: 'native', redirect_uri: 'com.example.app://callback' });
		expect((await browser.open(url)).headers.get('location')).toMatch(/^com\.example\.app:\/\/callback\?code=/);
	});

	it('is asked by a third party, and not again once agreed', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'spa' });
		const { url } = authorization({ client_id: 'other', prompt: '' });
		const asked = await browser.open(url);
		expect(asked.headers.get('location')).toMatch(/^\/consent\?app_id=other&uid=/);
		const uid = uidOf(browser);
		await foyer.store.interactions.setResult(uid, {
			consent: { accountId: person().id, scopes: ['openid', 'profile'] }
		});
		expect((await browser.open(`/oidc/auth/${uid}`)).headers.get('location')).toContain('code=');
		expect((await browser.open(url)).headers.get('location')).toContain('code=');
	});

	it('signs in again for prompt=login', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'spa' });
		const { url } = authorization({ client_id: 'spa', prompt: 'login' });
		expect((await browser.open(url)).headers.get('location')).toMatch(/^\/sign-in\?/);
	});

	it('may resume as somebody else: the first session ends on the way, without a page', async () => {
		await foyer.store.users.insert(person({ id: 'user00000002', primaryPhone: '8613800138002' }));
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'spa' });
		const before = browser.cookie('_session');
		await browser.open(authorization({ client_id: 'spa', prompt: 'login' }).url);
		const uid = uidOf(browser);
		await foyer.store.interactions.setResult(uid, { login: { accountId: 'user00000002' } });
		const again = await browser.open(`/oidc/auth/${uid}`);
		expect(again.status).toBe(303);
		expect(again.headers.get('location')).toBe(`${foyer.origin}/oidc/auth/${uid}`);
		expect(browser.cookie('_session')).toBeUndefined();
		const back = await browser.open(`/oidc/auth/${uid}`);
		expect(back.headers.get('location')).toContain('code=');
		expect(browser.cookie('_session')).not.toBe(before);
	});
});

describe('somebody who cannot go on silently', () => {
	it('is told login_required for prompt=none', async () => {
		const { url } = authorization({ client_id: 'spa', prompt: 'none' });
		const location = new URL((await foyer.browser().open(url)).headers.get('location') ?? '');
		expect(location.searchParams.get('error')).toBe('login_required');
		expect(location.searchParams.get('state')).toBe('a-state');
	});

	it('has to sign in again once suspended, and gets no new tokens', async () => {
		const browser = foyer.browser();
		const id = 'suspended002';
		await foyer.store.users.insert(person({ id, primaryPhone: '8613800138003' }));
		const { code, verifier } = await signIn(foyer, browser, { client_id: 'spa' }, id);
		const tokens = await json(await exchange({ client_id: 'spa', code, code_verifier: verifier }));
		await foyer.store.users.setSuspended(id, true, Date.now());

		const { url } = authorization({ client_id: 'spa' });
		expect((await browser.open(url)).headers.get('location')).toMatch(/^\/sign-in\?/);
		const refresh = { grant_type: 'refresh_token', client_id: 'spa', refresh_token: String(tokens.refresh_token) };
		expect(await json(await foyer.send('/oidc/token', form(refresh)))).toMatchObject({ error: 'invalid_grant' });
	});

	it('is sent to the pages, never in, when the account was suspended meanwhile', async () => {
		const { location } = await signIn(foyer, foyer.browser(), { client_id: 'spa' }, 'suspended001');
		expect(location.pathname).toBe('/sign-in');
	});
});

it('logs no unexpected error in all of this', () => {
	expect(foyer.errors).toEqual([]);
});
