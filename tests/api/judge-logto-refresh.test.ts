// @logto/node renews its tokens: alone, in parallel as SvelteKit's loads do, and too late.
import type { LogtoConfig } from '@logto/node';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { createLogtoClient, type Kept } from '../support/judges/logto-client.ts';
import { signInByApi } from '../support/judges/person.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const redirectUri = 'http://localhost:3000/callback';

let foyer: Foyer;
/** With a secret, and without one: only the latter's refresh tokens change at every use. */
let confidential: LogtoConfig;
let open: LogtoConfig;

beforeAll(async () => {
	// The SDK prints every refusal, also those that a test asks for.
	vi.spyOn(console, 'error').mockReturnValue();
	foyer = await startFoyer();
	const [web, spa] = await Promise.all([
		foyer.createApplication({ type: 'Traditional', redirectUris: [redirectUri] }),
		foyer.createApplication({ type: 'SPA', redirectUris: [redirectUri] })
	]);
	confidential = { endpoint: foyer.origin, appId: web.id, appSecret: web.secret };
	open = { endpoint: foyer.origin, appId: spa.id };
});
afterAll(() => foyer?.stop());

/** What the application keeps after a sign-in, with its access token forgotten. */
async function signedIn(config: LogtoConfig): Promise<Kept> {
	const { client, kept, wanted } = createLogtoClient(config);
	await client.signIn({ redirectUri });
	const person = { browser: openBrowser(foyer.origin), phone: somePhone(), inbox: foyer.inbox };
	await client.handleSignInCallback((await signInByApi(person, wanted())).href);
	expect(kept.get('refreshToken')).toBeTruthy();
	kept.delete('accessToken');
	return kept;
}

/** One request of the application: a client of its own on a copy of the session cookie. */
function request(config: LogtoConfig, kept: Kept) {
	return createLogtoClient(config, new Map(kept));
}

describe.each([
	['confidential', () => confidential],
	['public', () => open]
])('a %s application whose access token has expired', (_kind, config) => {
	it('gets a new one, and with it the user info', async () => {
		const kept = await signedIn(config());
		const { client } = request(config(), kept);
		expect(await client.getAccessToken()).toMatch(/\S{20}/);
		expect(await client.fetchUserInfo()).toMatchObject({ sub: (await client.getIdTokenClaims()).sub });
	});

	it('gets one for each of five requests at once', async () => {
		const kept = await signedIn(config());
		const requests = Array.from({ length: 5 }, () => request(config(), kept));
		const tokens = await Promise.all(requests.map(({ client }) => client.getAccessToken()));
		expect(new Set(tokens).size).toBe(5);
		for (const { client } of requests) await expect(client.fetchUserInfo()).resolves.toHaveProperty('sub');
	});
});

describe('the refresh token of a confidential application', () => {
	it('stays the same while most of its life is ahead', async () => {
		const kept = await signedIn(confidential);
		const { client, kept: after } = request(confidential, kept);
		await client.getAccessToken();
		expect(after.get('refreshToken')).toBe(kept.get('refreshToken'));
	});
});

describe('the refresh token of a public application', () => {
	it('changes at every use, and the new one works', async () => {
		const kept = await signedIn(open);
		const first = request(open, kept);
		await first.client.getAccessToken();
		expect(first.kept.get('refreshToken')).not.toBe(kept.get('refreshToken'));
		const second = request(open, first.kept);
		await second.client.clearAccessToken();
		await expect(second.client.getAccessToken()).resolves.toMatch(/\S/);
	});

	it('used again after the grace of three seconds ends all tokens of that sign-in', async () => {
		const kept = await signedIn(open);
		const renewed = request(open, kept);
		await renewed.client.getAccessToken();
		await sleep(3_300);
		await expect(request(open, kept).client.getAccessToken()).rejects.toMatchObject({ code: 'oidc.invalid_grant' });

		await expect(renewed.client.fetchUserInfo()).rejects.toMatchObject({ code: 'oidc.invalid_token' });
		await renewed.client.clearAccessToken();
		await expect(renewed.client.getAccessToken()).rejects.toMatchObject({ code: 'oidc.invalid_grant' });
	});
});
