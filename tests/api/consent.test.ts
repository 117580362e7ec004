// A third party asks for consent: over HTTP, as Logto's pages and our own ask it of the API.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signInWithCode, startSignIn, type Application, type SignIn } from '../support/api-client.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const address = '/api/interaction/consent';

let foyer: Foyer;
let shop: Application;
let blog: Application;

beforeAll(async () => {
	foyer = await startFoyer();
	[shop, blog] = await Promise.all([thirdParty('Shop'), thirdParty('Blog', ['--scope', 'email'])]);
});
afterAll(() => foyer?.stop());

async function thirdParty(name: string, more: string[] = []): Promise<Application> {
	const redirectUri = `https://${name.toLowerCase()}.example/callback`;
	const links = ['--terms', 'https://shop.example/terms', '--privacy', 'https://shop.example/privacy'];
	const wanted = { name, redirectUris: [redirectUri], more: ['--third-party', ...links, ...more] };
	const { id, secret } = await foyer.createApplication(wanted);
	return { id, secret, redirectUri };
}

/** Somebody who is signed in to the demo application, and has just been sent here by a third party. */
async function asked(parameters: Record<string, string> = {}, application = shop) {
	const phone = somePhone();
	const { browser } = await signInWithCode(foyer, { phone });
	const journey = await startSignIn(foyer, { browser, application, parameters });
	return { phone, journey };
}

const hintOf = ({ page }: SignIn) => ({ 'foyer-interaction': page.searchParams.get('uid') ?? '' });
const read = (journey: SignIn) => journey.api('GET', address, undefined, hintOf(journey));
const answer = (journey: SignIn, body: unknown) => journey.api('POST', address, body, hintOf(journey));
const wayOn = ({ body }: { body: unknown }) => (body as { redirectTo: string }).redirectTo;

async function allow(journey: SignIn): Promise<URL> {
	const { version } = (await read(journey)).body as { version: string };
	return journey.finish(wayOn(await answer(journey, { version })));
}

/** Where the authorization request leads: to a page of ours, or straight back. */
async function request(journey: SignIn, parameters: Record<string, string>) {
	const query = new URLSearchParams({
		client_id: shop.id,
		redirect_uri: shop.redirectUri,
		response_type: 'code',
		scope: 'openid phone',
		state: 'again',
		...parameters
	});
	return journey.follow(`/oidc/auth?${query}`);
}

describe('agreeing', () => {
	it('is asked about what the application is not granted yet, with its name, links and the account', async () => {
		const { phone, journey } = await asked();
		expect(journey.page.pathname).toBe('/consent');
		const { status, body } = await read(journey);
		expect(status).toBe(200);
		expect(body).toEqual({
			application: {
				id: shop.id,
				name: 'Shop',
				termsOfUseUrl: 'https://shop.example/terms',
				privacyPolicyUrl: 'https://shop.example/privacy'
			},
			user: {
				id: expect.stringMatching(/^\w{12}$/),
				name: null,
				avatar: null,
				username: null,
				primaryEmail: null,
				primaryPhone: phone
			},
			missingOIDCScope: ['profile', 'email', 'phone'],
			redirectUri: shop.redirectUri,
			scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
			version: expect.any(String)
		});
	});

	it('ends at the application with a code, and tokens for what was agreed', async () => {
		const { phone, journey } = await asked();
		const { status, body } = await journey.exchange(await allow(journey));
		expect(status).toBe(200);
		expect(body.scope.split(' ').sort()).toEqual(['email', 'offline_access', 'openid', 'phone', 'profile']);
		const info = await fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${body.access_token}` } });
		expect(await info.json()).toMatchObject({ phone_number: phone });
	});

	it("works as Logto's pages do it: without a version, by the application's id", async () => {
		const { journey } = await asked();
		const { status, body } = await journey.api('POST', address, {}, { 'logto-app-id': shop.id });
		expect(status).toBe(200);
		expect((await journey.finish(wayOn({ body }))).searchParams.get('code')).toBeTruthy();
	});

	it('gives a refresh token with offline_access, and it works', async () => {
		const { journey } = await asked();
		const tokens = (await journey.exchange(await allow(journey))).body;
		expect(await refresh(tokens.refresh_token)).toMatchObject({ status: 200 });
	});

	it('twice is told the same way on for two minutes, then nothing', async () => {
		const { journey } = await asked();
		const { version } = (await read(journey)).body as { version: string };
		const first = await answer(journey, { version });
		expect(wayOn(await answer(journey, { version }))).toBe(wayOn(first));
		// The first answer counts.
		expect(wayOn(await answer(journey, { deny: true }))).toBe(wayOn(first));
		expect((await journey.finish(wayOn(first))).searchParams.get('code')).toBeTruthy();
		await foyer.advanceClock(121_000);
		expect(await answer(journey, { version })).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});

	it('is not asked of our own applications', async () => {
		const { browser } = await signInWithCode(foyer, { phone: somePhone() });
		const query = new URLSearchParams({
			client_id: 'demo-app',
			redirect_uri: `${foyer.origin}/demo-app/callback`,
			response_type: 'code',
			scope: 'openid email',
			prompt: 'consent',
			code_challenge: 'x'.repeat(43),
			code_challenge_method: 'S256'
		});
		const response = await browser.request(`/oidc/auth?${query}`);
		expect(response.headers.get('location')).toContain('/demo-app/callback?code=');
	});
});

describe('refusing', () => {
	it('ends at the application with access_denied, state and iss, and leaves no grant', async () => {
		const { phone, journey } = await asked({ state: 'mine' });
		const callback = await journey.finish(wayOn(await answer(journey, { deny: true })));
		expect(callback.href).toContain(shop.redirectUri);
		expect(Object.fromEntries(callback.searchParams)).toMatchObject({
			error: 'access_denied',
			state: 'mine',
			iss: `${foyer.origin}/oidc`
		});
		expect(await grantsOf(phone)).not.toContain(shop.id);
		expect((await request(journey, {})).url.pathname).toBe('/consent');
	});
});

describe('prompts', () => {
	it('none is consent_required before, and a code after', async () => {
		const { journey } = await asked();
		const silent = { prompt: 'none' };
		expect((await request(journey, silent)).away?.searchParams.get('error')).toBe('consent_required');
		await allow(journey);
		expect((await request(journey, silent)).away?.searchParams.get('code')).toBeTruthy();
		expect((await request(journey, { scope: 'openid phone' })).away?.searchParams.get('code')).toBeTruthy();
	});

	it('consent asks again, about all of it', async () => {
		const { journey } = await asked();
		await allow(journey);
		const again = await startSignIn(foyer, { browser: journey, application: shop });
		expect(again.page.pathname).toBe('/consent');
		const { body } = await read(again);
		expect(body).toMatchObject({ missingOIDCScope: [], scopes: expect.arrayContaining(['phone', 'offline_access']) });
		expect((await allow(again)).searchParams.get('code')).toBeTruthy();
	});
});

describe('nobody agrees', () => {
	it('from another browser', async () => {
		const { journey } = await asked();
		const stranger = { ...journey, ...openBrowser(foyer.origin) };
		const gone = { status: 400, body: { code: 'session.not_found' } };
		expect(await read(stranger)).toMatchObject(gone);
		expect(await answer(stranger, {})).toMatchObject(gone);
		expect((await read(journey)).status).toBe(200);
	});

	it('for an interaction of somebody else, named in the address', async () => {
		const [mine, theirs] = [await asked(), await asked()];
		const swapped = { ...mine.journey, page: theirs.journey.page };
		expect(await answer(swapped, {})).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});

	it('in an interaction that asks for a sign-in', async () => {
		const journey = await startSignIn(foyer, { application: shop });
		expect(journey.page.pathname).toBe('/sign-in');
		const wrong = { status: 400, body: { code: 'session.invalid_interaction_type' } };
		expect(await read(journey)).toMatchObject(wrong);
		expect(await answer(journey, {})).toMatchObject(wrong);
		expect(await answer(journey, { deny: true })).toMatchObject(wrong);
	});

	it('to more than was shown: another tab asks for more in between', async () => {
		const { phone, journey } = await asked({ scope: 'openid phone' });
		const { version } = (await read(journey)).body as { version: string };
		const newer = await startSignIn(foyer, { browser: journey, application: shop });
		const byApplication = { 'logto-app-id': shop.id };
		const refused = await journey.api('POST', address, { version }, byApplication);
		expect(refused).toMatchObject({ status: 409, body: { code: 'session.consent_changed' } });
		expect(await grantsOf(phone)).not.toContain(shop.id);
		// Each tab finishes what it has shown.
		expect((await allow(newer)).searchParams.get('code')).toBeTruthy();
		expect((await journey.finish(wayOn(await answer(journey, { version })))).searchParams.get('code')).toBeTruthy();
	});

	it('once the account is suspended', async () => {
		const { phone, journey } = await asked();
		const { version } = (await read(journey)).body as { version: string };
		await foyer.run(['user', 'suspend', phone]);
		const suspended = { status: 401, body: { code: 'user.suspended' } };
		expect(await read(journey)).toMatchObject(suspended);
		expect(await answer(journey, { version })).toMatchObject(suspended);
		expect(await answer(journey, { deny: true })).toMatchObject(suspended);
		expect(await grantsOf(phone)).toBe('[]\n');
	});

	it('after signing out in another tab', async () => {
		const { journey } = await asked();
		const home = encodeURIComponent(`${foyer.origin}/demo-app`);
		await journey.follow(`/oidc/session/end?client_id=demo-app&post_logout_redirect_uri=${home}`);
		expect(await answer(journey, {})).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});

	it('once the application is gone', async () => {
		const brief = await thirdParty('Brief');
		const { journey } = await asked({}, brief);
		await foyer.run(['app', 'remove', brief.id]);
		await sleep(1100);
		expect(await read(journey)).toMatchObject({ status: 404, body: { code: 'entity.not_found' } });
		expect(await answer(journey, {})).toMatchObject({ status: 404, body: { code: 'entity.not_found' } });
	});

	it('when the sign-in has expired', async () => {
		const { journey } = await asked();
		await foyer.advanceClock(61 * 60 * 1000);
		expect(await answer(journey, {})).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});

	it('for an organization, by a form of another site, or with what is no answer', async () => {
		const { journey } = await asked();
		const invalid = { status: 400, body: { code: 'guard.invalid_input' } };
		expect(await answer(journey, { organizationIds: ['o1'] })).toMatchObject(invalid);
		for (const body of [{ deny: 'yes' }, { version: 1 }, [], 'x'])
			expect(await answer(journey, body)).toMatchObject(invalid);
		const foreign = { ...hintOf(journey), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
		expect((await journey.api('POST', address, {}, foreign)).status).toBe(403);
		expect((await read(journey)).status).toBe(200);
	});
});

describe('an application that asks for what it may not have', () => {
	it('is sent back with invalid_scope, before anybody is asked', async () => {
		const { journey } = await asked({ scope: 'openid email' }, blog);
		const wanted = { client_id: blog.id, redirect_uri: blog.redirectUri, scope: 'openid phone' };
		const { away } = await request(journey, wanted);
		expect(Object.fromEntries(away?.searchParams ?? [])).toMatchObject({
			error: 'invalid_scope',
			state: 'again',
			iss: `${foyer.origin}/oidc`
		});
	});
});

describe('taking consent back', () => {
	it('ends the tokens of that application at once, and it has to ask again', async () => {
		const { phone, journey } = await asked();
		const { body: tokens } = await journey.exchange(await allow(journey));
		expect(JSON.parse(await grantsOf(phone))).toEqual(
			expect.arrayContaining([expect.objectContaining({ applicationId: shop.id, applicationName: 'Shop' })])
		);
		expect(await foyer.run(['user', 'revoke', phone, shop.id])).toMatchObject({ code: 0 });

		expect(await refresh(tokens.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		const headers = { authorization: `Bearer ${tokens.access_token}` };
		expect((await fetch(`${foyer.origin}/oidc/me`, { headers })).status).toBe(401);
		expect(await grantsOf(phone)).not.toContain(shop.id);
		expect(await grantsOf(phone)).toContain('demo-app');
		expect((await request(journey, {})).url.pathname).toBe('/consent');
		expect(await foyer.run(['user', 'revoke', phone, shop.id])).toMatchObject({ code: 1 });
	});
});

async function refresh(token: string | undefined): Promise<{ status: number; body: unknown }> {
	const basic = Buffer.from(`${shop.id}:${shop.secret}`).toString('base64');
	const response = await fetch(`${foyer.origin}/oidc/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
		body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token ?? '' })
	});
	return { status: response.status, body: await response.json() };
}

async function grantsOf(phone: string): Promise<string> {
	return (await foyer.run(['user', 'grants', phone, '--json'])).stdout;
}
