// @logto/node, unmodified, signs users in and out of a running Foyer.
import { LogtoRequestError, type LogtoConfig } from '@logto/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type Browser } from '../support/api-client.ts';
import { createLogtoClient } from '../support/judges/logto-client.ts';
import { open, signInByApi, signInOnPages } from '../support/judges/person.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const home = 'http://localhost:3000/';
const redirectUri = `${home}callback`;

let foyer: Foyer;
let config: LogtoConfig;

beforeAll(async () => {
	// The SDK prints every refusal, also those that a test asks for.
	vi.spyOn(console, 'error').mockReturnValue();
	foyer = await startFoyer();
	const { id, secret } = await foyer.createApplication({
		name: 'Bookstore',
		redirectUris: [redirectUri],
		postLogoutRedirectUris: [home]
	});
	config = {
		endpoint: foyer.origin,
		appId: id,
		appSecret: secret,
		scopes: ['phone', 'email', 'custom_data', 'identities', 'roles']
	};
});
afterAll(() => foyer?.stop());

function someone(browser: Browser = openBrowser(foyer.origin), phone = somePhone()) {
	return { browser, phone, inbox: foyer.inbox };
}

async function signIn(person = someone(), walk = signInOnPages) {
	const application = createLogtoClient(config);
	await application.client.signIn({ redirectUri });
	await application.client.handleSignInCallback((await walk(person, application.wanted())).href);
	return { ...application, person };
}

describe('an application that uses @logto/node', () => {
	it('signs a new person up on the pages, without script, and reads who it is from the ID token', async () => {
		const { client, person } = await signIn();
		expect(await client.isAuthenticated()).toBe(true);
		const claims = await client.getIdTokenClaims();
		expect(claims).toMatchObject({ iss: `${foyer.origin}/oidc`, aud: config.appId });
		expect(claims).toMatchObject({ phone_number: person.phone, phone_number_verified: true });
		expect(claims.sub).toMatch(/^[a-z0-9]{12}$/i);
	});

	it('knows the same person again, by the pages and by the interaction API', async () => {
		const phone = somePhone();
		const first = await signIn(someone(undefined, phone), signInByApi);
		await foyer.advanceClock(61_000);
		const second = await signIn(someone(undefined, phone));
		expect((await second.client.getIdTokenClaims()).sub).toBe((await first.client.getIdTokenClaims()).sub);
	});

	it('fetches the user info with an opaque access token', async () => {
		const { client, person } = await signIn();
		const { sub } = await client.getIdTokenClaims();
		const info = await client.fetchUserInfo();
		expect(info).toMatchObject({ sub, phone_number: person.phone, custom_data: {}, identities: {}, roles: [] });
		expect(await client.getAccessToken()).not.toContain('.');
	});

	it('keeps all that it stores below the 4096 bytes that a cookie may have', async () => {
		const { kept } = await signIn();
		expect(JSON.stringify(Object.fromEntries(kept)).length).toBeLessThan(2_900);
	});

	it('opens the sign-up page with interactionMode signUp, and signs people up there', async () => {
		const application = createLogtoClient(config);
		await application.client.signIn({ redirectUri, interactionMode: 'signUp' });
		const person = someone();
		expect((await open(person.browser, application.wanted())).url.pathname).toBe('/register');
		const callback = await signInOnPages(person, application.wanted());
		await application.client.handleSignInCallback(callback.href);
		expect(await application.client.isAuthenticated()).toBe(true);
	});

	it('signs out without a question, comes home, and the session is over', async () => {
		const { client, wanted, person, kept } = await signIn();
		const refreshToken = kept.get('refreshToken');
		await client.signOut(home);
		expect((await open(person.browser, wanted())).away?.href).toBe(home);
		expect(await client.isAuthenticated()).toBe(false);

		const again = createLogtoClient({ ...config, prompt: undefined });
		await again.client.signIn({ redirectUri });
		expect((await open(person.browser, again.wanted())).url.pathname).toBe('/sign-in');

		expect(refreshToken).toBeTruthy();
		const revived = createLogtoClient(config, new Map([...kept, ['idToken', 'x'], ['refreshToken', refreshToken!]]));
		await expect(revived.client.getAccessToken()).rejects.toMatchObject({ code: 'oidc.invalid_grant' });
	});

	it('is told code and message when a token is refused', async () => {
		const { client, kept } = await signIn();
		kept.set('refreshToken', 'nobody-gave-this-out');
		await client.clearAccessToken();
		const refusal: unknown = await client.getAccessToken().catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(LogtoRequestError);
		expect(refusal).toMatchObject({ code: 'oidc.invalid_grant', message: expect.stringMatching(/\w/) });
	});

	it('is told code and message when its secret is wrong', async () => {
		const application = createLogtoClient({ ...config, appSecret: 'wrong' });
		await application.client.signIn({ redirectUri });
		const callback = await signInOnPages(someone(), application.wanted());
		await expect(application.client.handleSignInCallback(callback.href)).rejects.toMatchObject({
			code: 'oidc.invalid_client',
			message: expect.stringMatching(/\w/)
		});
	});
});
