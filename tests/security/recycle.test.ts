// T16: an account is removed, and somebody else gets its phone number. The newcomer inherits nothing.
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Identifier, type SignIn } from '../support/api-client.ts';
import {
	askSilently,
	better,
	begin,
	codeOf,
	finish,
	good,
	manySends,
	openSignIn,
	prove,
	signUp,
	tryPassword,
	useTokens
} from '../support/passwords.ts';
import { somePhone } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.phoneCodeWithPassword, ...manySends } });
});
afterAll(() => foyer.stop());

const remove = async ({ value }: Identifier) =>
	expect((await foyer.run(['user', 'remove', `+${value}`, '--yes'])).code).toBe(0);

describe('a phone number that an earlier account had', () => {
	let phone: Identifier;
	let earlier: { tokens: Awaited<ReturnType<typeof finish>>; journey: SignIn; identified: SignIn; proven: SignIn };
	let sub: string | undefined;

	beforeAll(async () => {
		phone = { type: 'phone', value: somePhone() };
		await signUp(foyer, [phone]);
		const journey = await openSignIn(foyer, phone);
		const tokens = await finish(journey);
		sub = decodeJwt(tokens.id_token).sub;
		const identified = await openSignIn(foyer, phone);
		const proven = await begin(foyer, 'ForgotPassword');
		const verificationId = await prove(foyer, proven, phone, 'ForgotPassword');
		expect((await proven.api('POST', 'identification', { verificationId })).status).toBe(204);
		earlier = { tokens, journey, identified, proven };
		const guessing = await begin(foyer, 'SignIn');
		for (let guess = 0; guess < 10; guess++) await tryPassword(guessing, phone, `wrong ${guess}`);
		expect((await tryPassword(guessing, phone, good)).status).toBe(429);
		await remove(phone);
	});

	it('makes a new account, with nothing of the old lock', async () => {
		await signUp(foyer, [phone], better);
		const tokens = await finish(await openSignIn(foyer, phone, better));
		expect(decodeJwt(tokens.id_token).sub).not.toBe(sub);
	});

	it('does not take the old password', async () => {
		expect(codeOf(await tryPassword(await begin(foyer, 'SignIn'), phone, good))).toBe('session.invalid_credentials');
	});

	it('keeps no session of the old account', async () => {
		expect(await askSilently(earlier.journey)).toBe('login_required');
	});

	it('keeps no token of the old account', async () => {
		expect(await useTokens(foyer.origin, earlier.tokens)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
	});

	it('opens nothing to whoever was half signed in to the old account', async () => {
		expect(codeOf(await earlier.identified.api('POST', 'submit'))).toBe('user.user_not_exist');
		const chosen = await earlier.proven.api('PUT', 'profile/password', { password: 'a third and long phrase' });
		expect(codeOf(chosen)).toBe('session.identifier_not_found');
		expect(codeOf(await earlier.proven.api('POST', 'submit'))).toBe('user.user_not_exist');
		expect((await tryPassword(await begin(foyer, 'SignIn'), phone, better)).status).toBe(200);
	});

	it('gives applications no grant that the newcomer did not give', async () => {
		const { stdout } = await foyer.run(['user', 'grants', `+${phone.value}`, '--json']);
		const before = JSON.parse((await foyer.run(['user', 'show', `+${phone.value}`, '--json'])).stdout) as {
			createdAt: number;
		};
		for (const { since } of JSON.parse(stdout) as { since: number }[]) {
			// Grants are dated in whole seconds.
			expect(since + 1000).toBeGreaterThan(before.createdAt);
		}
	});
});
