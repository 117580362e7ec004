// openid-client, a certified relying party, lives a whole session with a running Foyer.
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { discover, signIn, type Judge } from '../support/judges/openid-session.ts';
import { open, type Person } from '../support/judges/person.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer, type TestApplication } from '../support/server.ts';

const home = 'http://localhost:3000/';

let foyer: Foyer;
let application: TestApplication;
let basic: Judge;

beforeAll(async () => {
	foyer = await startFoyer();
	application = await foyer.createApplication({
		redirectUris: [`${home}callback`],
		postLogoutRedirectUris: [home]
	});
	basic = await discover(foyer.origin, application, oidc.ClientSecretBasic(application.secret));
});
afterAll(() => foyer?.stop());

function someone(): Person {
	return { browser: openBrowser(foyer.origin), phone: somePhone(), inbox: foyer.inbox };
}

describe.each([
	['Basic', oidc.ClientSecretBasic],
	['post', oidc.ClientSecretPost]
])('a confidential application that authenticates by %s', (_name, authenticate) => {
	it('signs in, reads the user, renews its tokens and revokes them', async () => {
		const judge = await discover(foyer.origin, application, authenticate(application.secret));
		const person = someone();
		const { tokens, claims, callback } = await signIn(judge, person);
		expect(callback.searchParams.get('iss')).toBe(`${foyer.origin}/oidc`);
		expect(claims).toMatchObject({ aud: application.id, phone_number: person.phone });
		expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
		expect(tokens.scope?.split(' ').sort()).toEqual(['offline_access', 'openid', 'phone', 'profile']);

		const info = await oidc.fetchUserInfo(judge.config, tokens.access_token, claims.sub);
		expect(info).toMatchObject({ phone_number: person.phone, phone_number_verified: true });

		const renewed = await oidc.refreshTokenGrant(judge.config, tokens.refresh_token ?? '');
		expect(renewed.claims()?.sub).toBe(claims.sub);
		expect(renewed.access_token).not.toBe(tokens.access_token);

		const refreshToken = renewed.refresh_token ?? tokens.refresh_token ?? '';
		await oidc.tokenRevocation(judge.config, refreshToken);
		await expect(oidc.refreshTokenGrant(judge.config, refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' });
	});
});

describe('introspection', () => {
	it('tells the application about its own access token, and nothing about a revoked one', async () => {
		const { tokens, claims } = await signIn(basic, someone());
		const alive = await oidc.tokenIntrospection(basic.config, tokens.access_token);
		expect(alive).toMatchObject({ active: true, client_id: application.id, sub: claims.sub });
		await oidc.tokenRevocation(basic.config, tokens.access_token);
		expect(await oidc.tokenIntrospection(basic.config, tokens.access_token)).toEqual({ active: false });
	});
});

describe('a code that comes a second time', () => {
	it('is refused, and what the first use gave ends', async () => {
		const { tokens, claims, callback, sent } = await signIn(basic, someone());
		const again = oidc.authorizationCodeGrant(basic.config, callback, {
			pkceCodeVerifier: sent.verifier,
			expectedState: sent.state,
			expectedNonce: sent.nonce
		});
		await expect(again).rejects.toMatchObject({ error: 'invalid_grant' });
		await expect(oidc.fetchUserInfo(basic.config, tokens.access_token, claims.sub)).rejects.toThrow();
	});
});

describe('signing out', () => {
	it.each([
		['with the ID token as a hint', true],
		['by client_id alone', false]
	])('%s asks nothing, comes home with the state, and ends the session', async (_name, hasHint) => {
		const person = someone();
		const { tokens } = await signIn(basic, person);
		const url = oidc.buildEndSessionUrl(basic.config, {
			post_logout_redirect_uri: home,
			state: 'back',
			...(hasHint ? { id_token_hint: tokens.id_token ?? '' } : {})
		});
		expect((await open(person.browser, url.href)).away?.href).toBe(`${home}?state=back`);
		const silent = oidc.buildAuthorizationUrl(basic.config, {
			redirect_uri: basic.redirectUri,
			scope: 'openid',
			prompt: 'none',
			state: 'x'
		});
		const answer = (await open(person.browser, silent.href)).away;
		expect(answer?.searchParams.get('error')).toBe('login_required');
	});

	it('to an address that is not registered is refused, and the session goes on', async () => {
		const person = someone();
		await signIn(basic, person);
		const url = oidc.buildEndSessionUrl(basic.config, { post_logout_redirect_uri: 'https://elsewhere.example/' });
		await expect(open(person.browser, url.href)).rejects.toThrow('answers 400');
	});

	it('is a question with a button where nothing proves who asks', async () => {
		const person = someone();
		await signIn(basic, person);
		const { html } = await open(person.browser, `${foyer.origin}/oidc/session/end`);
		expect(html).toContain('/oidc/session/end/confirm');
	});
});
