// The main job over HTTP: a code travels through the real connector and the sandbox, and ends in tokens.
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode, startSignIn } from '../support/api-client.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

async function proven(event: 'SignIn' | 'Register', phone: string) {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: event });
	const after = Date.now() - 1;
	const { body } = await journey.sendCode({ type: 'phone', value: phone }, event);
	const { verificationId } = body as { verificationId: string };
	const code = await foyer.inbox.codeFor(`+${phone}`, { after });
	expect((await journey.checkCode({ type: 'phone', value: phone }, verificationId, code)).status).toBe(200);
	return { ...journey, verificationId };
}

describe('signing up by phone', () => {
	it('ends in tokens whose claims tell the number', async () => {
		const phone = somePhone();
		const { tokens, isNewUser } = await signInWithCode(foyer, { phone });
		expect(isNewUser).toBe(true);
		expect(decodeJwt(tokens.id_token)).toMatchObject({
			iss: `${foyer.origin}/oidc`,
			aud: 'demo-app',
			phone_number: phone,
			phone_number_verified: true,
			amr: ['sms']
		});
		expect(tokens.refresh_token).toBeTruthy();
		expect(typeof tokens.scope).toBe('string');
	});

	it('answers 201 at identification and writes the account only at submit', async () => {
		const phone = somePhone();
		const journey = await proven('Register', phone);
		expect((await journey.api('POST', 'identification', { verificationId: journey.verificationId })).status).toBe(201);
		expect((await foyer.run(['user', 'list', '--json', '--search', phone])).stdout).not.toContain(phone);

		const submitted = await journey.api('POST', 'submit');
		expect(submitted.status).toBe(200);
		expect((await foyer.run(['user', 'list', '--json', '--search', phone])).stdout).toContain(phone);
	});
});

describe('signing in again', () => {
	it('finds the same account by phone', async () => {
		const phone = somePhone();
		const first = await signInWithCode(foyer, { phone });
		await foyer.advanceClock(61_000);
		const second = await signInWithCode(foyer, { phone });
		expect(second.isNewUser).toBe(false);
		expect(decodeJwt(second.tokens.id_token).sub).toBe(decodeJwt(first.tokens.id_token).sub);
	});

	it('finds the same account by email, whatever its spelling', async () => {
		const email = someEmail();
		const first = await signInWithCode(foyer, { email });
		await foyer.advanceClock(61_000);
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		const shouted = { type: 'email' as const, value: email.toUpperCase() };
		const after = Date.now() - 1;
		const { verificationId } = (await journey.sendCode(shouted)).body as { verificationId: string };
		const code = await foyer.inbox.codeFor(email, { after });
		expect((await journey.checkCode(shouted, verificationId, code)).status).toBe(200);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(204);
		const { redirectTo } = (await journey.api('POST', 'submit')).body as { redirectTo: string };
		const { body } = await journey.exchange(await journey.finish(redirectTo));
		expect(decodeJwt(body.id_token)).toMatchObject({ sub: decodeJwt(first.tokens.id_token).sub, email, amr: ['otp'] });
	});

	it('in another application needs no prompt', async () => {
		const { browser } = await signInWithCode(foyer, { phone: somePhone() });
		const shop = await foyer.createApplication({ redirectUris: ['http://localhost:9/callback'] });
		const query = new URLSearchParams({
			client_id: shop.id,
			redirect_uri: 'http://localhost:9/callback',
			response_type: 'code',
			scope: 'openid',
			state: 's'
		});
		const { away } = await browser.follow(`/oidc/auth?${query}`);
		expect(away?.searchParams.get('code')).toBeTruthy();
		expect(away?.searchParams.get('iss')).toBe(`${foyer.origin}/oidc`);
	});
});

describe('an identifier that somebody has, at sign-up', () => {
	it('is refused, and sign-in goes on with the same proof', async () => {
		const phone = somePhone();
		await signInWithCode(foyer, { phone });
		await foyer.advanceClock(61_000);
		const journey = await proven('Register', phone);
		const { verificationId } = journey;
		const taken = await journey.api('POST', 'identification', { verificationId });
		expect(taken).toMatchObject({ status: 422, body: { code: 'user.phone_already_in_use' } });
		expect((await journey.api('PUT', 'interaction-event', { interactionEvent: 'SignIn' })).status).toBe(204);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(204);
		expect((await journey.api('POST', 'submit')).status).toBe(200);
	});
});

describe('a finished interaction', () => {
	it('answers its way on again for two minutes, then is gone', async () => {
		const journey = await proven('Register', somePhone());
		await journey.api('POST', 'identification', { verificationId: journey.verificationId });
		const first = await journey.api('POST', 'submit');
		const again = await journey.api('POST', 'submit');
		expect(again.body).toEqual(first.body);
		expect((await journey.api('GET', 'interaction')).body).toMatchObject(first.body as object);
		await foyer.advanceClock(121_000);
		expect((await journey.api('POST', 'submit')).body).toMatchObject({ code: 'session.not_found' });
	});
});

describe('a suspended account', () => {
	it('is turned away at identification and cannot refresh', async () => {
		const phone = somePhone();
		const { tokens } = await signInWithCode(foyer, { phone });
		const { sub } = decodeJwt(tokens.id_token);
		expect((await foyer.run(['user', 'suspend', String(sub)])).code).toBe(0);
		await foyer.advanceClock(61_000);
		const journey = await proven('SignIn', phone);
		const answer = await journey.api('POST', 'identification', { verificationId: journey.verificationId });
		expect(answer).toMatchObject({ status: 401, body: { code: 'user.suspended' } });

		const refreshed = await fetch(`${foyer.origin}/oidc/token`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'refresh_token',
				client_id: 'demo-app',
				refresh_token: tokens.refresh_token ?? ''
			})
		});
		expect(refreshed.status).toBe(400);
		expect(await refreshed.json()).toMatchObject({ error: 'invalid_grant' });
	});
});
