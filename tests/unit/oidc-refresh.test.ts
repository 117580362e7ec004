// Refresh tokens: rotation, the grace for parallel requests, and the end of a chain.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	application,
	basic,
	form,
	json,
	openHarness,
	person,
	redirectUri,
	signIn,
	type Harness
} from './oidc-harness.ts';

let foyer: Harness;
const day = 24 * 60 * 60 * 1000;

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(person());
	await foyer.store.applications.insert(application({ id: 'spa' }));
	await foyer.store.applications.insert(application({ id: 'web', type: 'Traditional', secret: 'webSecret1' }));
	await foyer.store.applications.insert(
		application({
			id: 'always',
			type: 'Traditional',
			secret: 'webSecret1',
			customClientMetadata: { alwaysIssueRefreshToken: true, rotateRefreshToken: false, refreshTokenTtlInDays: 2 }
		})
	);
});
afterAll(() => foyer.close());

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const authorizationOf = (id: string): Record<string, string> =>
	id === 'spa' ? {} : { authorization: basic(id, 'webSecret1') };

async function post(id: string, fields: Record<string, string>) {
	const request = form({ client_id: id, ...fields });
	const headers = { ...(request.headers as Record<string, string>), ...authorizationOf(id) };
	return json(await foyer.send('/oidc/token', { ...request, headers }));
}

async function tokensOf(id: string, parameters: Record<string, string> = {}) {
	const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: id, ...parameters });
	const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri, code, code_verifier: verifier };
	return post(id, grant);
}

const refresh = (id: string, token: unknown) => post(id, { grant_type: 'refresh_token', refresh_token: String(token) });

describe('an application without a secret', () => {
	it('gets a new refresh token at every use', async () => {
		const first = await tokensOf('spa');
		const second = await refresh('spa', first.refresh_token);
		expect(second.refresh_token).toEqual(expect.any(String));
		expect(second.refresh_token).not.toBe(first.refresh_token);
		expect(second).toMatchObject({ scope: 'openid offline_access profile', id_token: expect.any(String) });
	});

	it('may use the old one again within 3 seconds, as parallel requests do', async () => {
		const first = await tokensOf('spa');
		const answers = await Promise.all([refresh('spa', first.refresh_token), refresh('spa', first.refresh_token)]);
		later(2000);
		answers.push(await refresh('spa', first.refresh_token));
		for (const answer of answers) expect(answer).toHaveProperty('access_token');
	});

	it('loses everything when the old one is used later', async () => {
		const first = await tokensOf('spa');
		const second = await refresh('spa', first.refresh_token);
		later(3001);
		expect(await refresh('spa', first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
		expect(await refresh('spa', second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
	});

	it('stays signed in while it comes back within 14 days, and 90 days at most', async () => {
		let { refresh_token: token } = await tokensOf('spa');
		for (const days of [13, 26, 39, 52, 65, 78, 89]) {
			later(days === 89 ? 11 * day : 13 * day);
			const answer = await refresh('spa', token);
			expect(answer, `after ${days} days`).toHaveProperty('refresh_token');
			token = answer.refresh_token;
		}
		later(2 * day);
		expect(await refresh('spa', token)).toMatchObject({ error: 'invalid_grant' });
	});

	it('is signed out after 14 days of silence', async () => {
		const { refresh_token: token } = await tokensOf('spa');
		later(14 * day + 1000);
		expect(await refresh('spa', token)).toMatchObject({ error: 'invalid_grant' });
	});

	it('gets none without prompt=consent', async () => {
		expect(await tokensOf('spa', { prompt: '' })).not.toHaveProperty('refresh_token');
	});
});

describe('an application with a secret', () => {
	it('keeps its refresh token until most of its life has passed', async () => {
		const first = await tokensOf('web');
		expect((await refresh('web', first.refresh_token)).refresh_token).toBe(first.refresh_token);
		later(10 * day);
		expect((await refresh('web', first.refresh_token)).refresh_token).not.toBe(first.refresh_token);
	});

	it('may be set to always get one, that never rotates and lives shorter', async () => {
		const first = await tokensOf('always', { prompt: '', scope: 'openid profile' });
		later(1.9 * day);
		expect((await refresh('always', first.refresh_token)).refresh_token).toBe(first.refresh_token);
		later(0.2 * day);
		expect(await refresh('always', first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
	});
});

describe('a session', () => {
	it('slides for 14 days and ends after 30', async () => {
		const browser = foyer.browser();
		const location = async () => {
			const query = new URLSearchParams({ client_id: 'web', redirect_uri: redirectUri, response_type: 'code' });
			const response = await browser.open(`/oidc/auth?${query}&scope=openid`);
			return response.headers.get('location');
		};
		await signIn(foyer, browser, { client_id: 'spa' });
		for (const days of [13, 13, 3]) {
			later(days * day);
			expect(await location()).toContain('code=');
		}
		later(2 * day);
		expect(await location()).toMatch(/^\/sign-in/);
	});
});
