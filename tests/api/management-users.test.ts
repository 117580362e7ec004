// Accounts over HTTP: made, found, changed and ended by a machine.
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode, startSignIn } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	const method = { password: true, verificationCode: true, isPasswordPrimary: false };
	foyer = await startFoyer({
		settings: {
			signIn: {
				methods: [
					{ identifier: 'phone', ...method },
					{ identifier: 'email', ...method },
					{ identifier: 'username', ...method, verificationCode: false }
				]
			}
		}
	});
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

type User = { id: string; primaryEmail: string | null; primaryPhone: string | null; hasPassword: boolean };
let count = 0;
const unique = (prefix: string) => `${prefix}_${(count += 1)}`;
const someEmail = () => `${unique('ada')}@example.com`;
const digits = () => somePhone().replace(/\D/g, '');
const password = 'kwtrxfmq plain words';

async function create(body: object = {}): Promise<User> {
	const made = await machine.api('POST', 'users', body);
	if (made.status !== 200) throw new Error(JSON.stringify(made.body));
	return made.body as User;
}

async function tryPassword(identifier: { type: string; value: string }, typed: string) {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: 'SignIn' });
	return journey.api('POST', 'verification/password', { identifier, password: typed });
}

describe('an account that a machine makes', () => {
	it('has its identifiers in one spelling, and nulls where there is nothing', async () => {
		const phone = digits();
		const email = someEmail();
		const answer = await machine.api('POST', 'users', {
			primaryEmail: email.toUpperCase(),
			primaryPhone: phone,
			name: 'Ada',
			profile: { givenName: 'Ada' },
			customData: { plan: 'gold' }
		});
		expect(answer).toMatchObject({
			status: 200,
			body: {
				username: null,
				primaryEmail: email,
				primaryPhone: phone,
				name: 'Ada',
				avatar: null,
				profile: { givenName: 'Ada' },
				customData: { plan: 'gold' },
				hasPassword: false,
				isSuspended: false,
				lastSignInAt: null
			}
		});
		const { id } = answer.body as User;
		expect((await machine.api('GET', `users/${id}`)).body).toEqual(answer.body);
	});

	it.each([
		['primaryEmail', 'email', someEmail],
		['primaryPhone', 'phone', digits],
		['username', 'username', () => unique('ada')]
	] as const)('is refused a %s that somebody has', async (field, type, make) => {
		const value = make();
		await create({ [field]: value });
		expect(await machine.api('POST', 'users', { [field]: value })).toMatchObject({
			status: 422,
			body: { code: `user.${type}_already_in_use` }
		});
	});

	it.each([
		[{ primaryEmail: 'ada' }, 400, 'user.invalid_email'],
		[{ primaryPhone: '+86 138 0013 8000' }, 400, 'user.invalid_phone'],
		[{ username: '7up' }, 422, 'user.username_starts_with_number'],
		[{ username: 'admin' }, 422, 'user.username_reserved'],
		[{ password: '12345678' }, 422, 'password.rejected'],
		[{ password, passwordDigest: 'x', passwordAlgorithm: 'MD5' }, 422, 'user.password_and_digest'],
		[{ passwordDigest: 'x' }, 400, 'guard.invalid_input'],
		[{ passwordAlgorithm: 'MD5' }, 400, 'guard.invalid_input'],
		[{ passwordDigest: 'x', passwordAlgorithm: 'Scrypt' }, 400, 'guard.invalid_input'],
		[{ passwordDigest: 'x', passwordAlgorithm: 'MD5' }, 422, 'password.unsupported_digest'],
		[{ passwordDigest: '$2b$10$short', passwordAlgorithm: 'Bcrypt' }, 422, 'password.unsupported_digest'],
		[{ passwordDigest: '["md5",["x"],"00"]', passwordAlgorithm: 'Legacy' }, 422, 'password.unsupported_digest'],
		[{ name: 'a\u0000b' }, 400, 'guard.invalid_input'],
		[{ avatar: 'javascript:alert(1)' }, 400, 'guard.invalid_input'],
		[{ profile: { admin: true } }, 400, 'guard.invalid_input'],
		[{ customData: 'text' }, 400, 'guard.invalid_input']
	])('is not made from %j', async (body, status, code) => {
		expect(await machine.api('POST', 'users', body)).toMatchObject({ status, body: { code } });
	});

	it('never shows a digest', async () => {
		const { id } = await create({ username: unique('grace'), password });
		for (const path of ['users', `users/${id}`, `users/${id}/has-password`]) {
			const { body } = await machine.api('GET', path);
			expect(JSON.stringify(body)).not.toMatch(/argon2|digest/i);
		}
	});
});

describe('a contact that a machine wrote down', () => {
	const claimsOf = async (who: { phone: string } | { email: string }) =>
		decodeJwt((await signInWithCode(foyer, who)).tokens.id_token);

	it('is unproven until a code that was sent there comes back', async () => {
		const phone = digits();
		const email = someEmail();
		await create({ primaryPhone: phone, primaryEmail: email });
		expect(await claimsOf({ phone })).toMatchObject({
			phone_number: phone,
			phone_number_verified: true,
			email,
			email_verified: false
		});
		expect(await claimsOf({ email })).toMatchObject({ email_verified: true, phone_number_verified: true });
	});

	it('is proven where another system has made sure of it, and leaves the account its password', async () => {
		const [phone, email] = [digits(), someEmail()];
		const verified = { isEmailVerified: true, isPhoneVerified: true };
		await create({ primaryPhone: phone, primaryEmail: email, password, ...verified });
		expect(await claimsOf({ email })).toMatchObject({ email_verified: true, phone_number_verified: true });
		expect((await tryPassword({ type: 'phone', value: phone }, password)).status).toBe(200);
	});

	it('is unproven again when it is changed, not when it is said again', async () => {
		const phone = digits();
		await signInWithCode(foyer, { phone });
		const [user] = (await machine.api('GET', `users?search=${phone}`)).body as User[];
		const email = someEmail();
		await machine.api('PATCH', `users/${user?.id}`, { primaryEmail: email, primaryPhone: phone });
		await foyer.advanceClock(61_000);
		expect(await claimsOf({ phone })).toMatchObject({ email, email_verified: false, phone_number_verified: true });
		const next = digits();
		await machine.api('PATCH', `users/${user?.id}`, { primaryPhone: next });
		expect(await claimsOf({ email })).toMatchObject({ phone_number: next, phone_number_verified: false });
	});

	it('belongs to its next owner once the account is gone', async () => {
		const phone = digits();
		const { id } = await create({ primaryPhone: phone, name: 'The first' });
		expect((await machine.api('DELETE', `users/${id}`)).status).toBe(204);
		const { isNewUser, tokens } = await signInWithCode(foyer, { phone });
		expect(isNewUser).toBe(true);
		expect(decodeJwt(tokens.id_token)).toMatchObject({ name: null });
		expect(decodeJwt(tokens.id_token).sub).not.toBe(id);
	});
});

describe('changing an account', () => {
	it('changes what is named, takes away what is null, and keeps the rest', async () => {
		const { id, primaryEmail } = await create({ primaryEmail: someEmail(), username: unique('ada'), name: 'Ada' });
		const changed = await machine.api('PATCH', `users/${id}`, { username: null, customData: { a: 1 } });
		expect(changed).toMatchObject({
			status: 200,
			body: { username: null, primaryEmail, name: 'Ada', customData: { a: 1 } }
		});
	});

	it('is all or nothing', async () => {
		const taken = someEmail();
		await create({ primaryEmail: taken });
		const { id } = await create({ username: unique('ada'), primaryEmail: someEmail(), name: 'Before' });
		const before = (await machine.api('GET', `users/${id}`)).body;
		const refused = await machine.api('PATCH', `users/${id}`, {
			name: 'After',
			username: unique('ada'),
			primaryEmail: taken
		});
		expect(refused).toMatchObject({ status: 422, body: { code: 'user.email_already_in_use' } });
		expect((await machine.api('GET', `users/${id}`)).body).toEqual(before);
	});

	it('lets one of many have an identifier', async () => {
		const email = someEmail();
		const users = await Promise.all(Array.from({ length: 8 }, () => create()));
		const answers = await Promise.all(
			users.map(({ id }) => machine.api('PATCH', `users/${id}`, { primaryEmail: email }))
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status === 422)).toHaveLength(7);
	});
});

describe('a password', () => {
	it('that a machine sets ends every session and token, and signs in', async () => {
		const phone = digits();
		const { tokens, browser } = await signInWithCode(foyer, { phone });
		const sub = String(decodeJwt(tokens.id_token).sub);
		expect(await machine.api('PATCH', `users/${sub}/password`, { password })).toMatchObject({
			status: 200,
			body: { hasPassword: true }
		});
		const renewed = await fetch(`${foyer.origin}/oidc/token`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'refresh_token',
				refresh_token: tokens.refresh_token ?? '',
				client_id: 'demo-app'
			})
		});
		expect(renewed.status).toBe(400);
		const me = await fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
		expect(me.status).toBe(401);
		expect((await startSignIn(foyer, { browser })).page.pathname).toBe('/sign-in');
		expect((await tryPassword({ type: 'phone', value: phone }, password)).status).toBe(200);
	});

	it('that a machine sets is told to its owner, and by whom', async () => {
		const email = someEmail();
		const { id } = await create({ primaryEmail: email });
		expect((await machine.api('PATCH', `users/${id}/password`, { password })).status).toBe(200);
		await expect
			.poll(async () => (await foyer.inbox.messages(email)).at(-1)?.text, { timeout: 5000 })
			.toMatch(/who runs the service set a new password/);
	});

	it('is held to the policy', async () => {
		const { id } = await create({ username: unique('marie') });
		expect(await machine.api('PATCH', `users/${id}/password`, { password: '12345678' })).toMatchObject({
			status: 422,
			body: { code: 'password.rejected', data: expect.arrayContaining([{ code: 'password_rejected.pwned' }]) }
		});
		expect((await machine.api('GET', `users/${id}/has-password`)).body).toEqual({ hasPassword: false });
	});

	it('can be checked', async () => {
		const { id } = await create({ username: unique('marie'), password });
		const nobody = await create();
		const verify = (user: string, typed: string) =>
			machine.api('POST', `users/${user}/password/verify`, { password: typed });
		expect((await verify(id, password)).status).toBe(204);
		for (const answer of [await verify(id, 'wrong'), await verify(nobody.id, password)]) {
			expect(answer).toMatchObject({ status: 422, body: { code: 'session.invalid_credentials' } });
		}
	});

	it('expires only where passwords do', async () => {
		const { id } = await create({ username: unique('marie'), password });
		expect(await machine.api('PATCH', `users/${id}/password/expiration`, { isExpired: true })).toMatchObject({
			status: 400,
			body: { code: 'sign_in_experiences.password_expiration_not_enabled' }
		});
	});

	it('that was marked as expired is good where passwords no longer expire, and the mark can be taken back', async () => {
		const username = unique('marie');
		const { id } = await create({ username, password });
		const mark = async (isExpired: boolean) =>
			(await machine.api('PATCH', `users/${id}/password/expiration`, { isExpired })).status;
		const expire = async (enabled: boolean) => {
			const passwordExpiration = { enabled, validPeriodDays: 90 };
			expect((await machine.api('PATCH', 'sign-in-exp', { passwordExpiration })).status).toBe(200);
		};
		const signIn = async () => (await tryPassword({ type: 'username', value: username }, password)).status;
		await expire(true);
		expect([await mark(true), await signIn()]).toEqual([200, 422]);
		await expire(false);
		expect(await signIn()).toBe(200);
		expect(await mark(false)).toBe(200);
		await expire(true);
		expect(await signIn()).toBe(200);
		await expire(false);
	});

	it('is judged without being anybody’s', async () => {
		const judge = (body: object) => machine.api('POST', 'sign-in-exp/default/check-password', body);
		expect(await judge({ password })).toMatchObject({ status: 200, body: { result: true } });
		expect(await judge({ password: 'short' })).toMatchObject({
			status: 400,
			body: {
				result: false,
				issues: expect.arrayContaining([{ code: 'password_rejected.too_short', interpolation: { min: 8 } }])
			}
		});
		expect((await judge({ password, userId: 'nobody' })).status).toBe(404);
	});
});

describe('a suspended account', () => {
	it('is signed out at once, and stays out until it is let in again', async () => {
		const phone = digits();
		const { tokens } = await signInWithCode(foyer, { phone });
		const sub = String(decodeJwt(tokens.id_token).sub);
		const suspend = (isSuspended: boolean) => machine.api('PATCH', `users/${sub}/is-suspended`, { isSuspended });
		expect(await suspend(true)).toMatchObject({ status: 200, body: { isSuspended: true } });
		const me = await fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
		expect(me.status).toBe(401);
		expect(await suspend(false)).toMatchObject({ status: 200, body: { isSuspended: false } });
	});
});

describe('somebody who failed too often', () => {
	it('may try again at once when a machine says so', async () => {
		const username = unique('linus');
		await create({ username, password });
		const identifier = { type: 'username', value: username };
		for (let failures = 0; failures < 10; failures++) await tryPassword(identifier, 'wrong');
		expect((await tryPassword(identifier, password)).status).toBe(429);
		const unlocked = await machine.api('POST', 'sentinel-activities/delete', {
			targetType: 'User',
			targets: [username]
		});
		expect(unlocked.status).toBe(204);
		expect((await tryPassword(identifier, password)).status).toBe(200);
	});
});

describe('the list of accounts', () => {
	it('finds a part of an identifier, as Logto’s clients ask for it', async () => {
		const email = someEmail();
		const { id } = await create({ primaryEmail: email });
		for (const search of [`%${email.slice(0, -4)}%`, email.toUpperCase()]) {
			const { body, headers } = await machine.api('GET', `users?search=${encodeURIComponent(search)}`);
			expect((body as User[]).map((user) => user.id)).toEqual([id]);
			expect(headers.get('total-number')).toBe('1');
		}
		expect((await machine.api('GET', 'users?search=100%25_nobody')).headers.get('total-number')).toBe('0');
	});

	it('does not take a filter that it does not know for none', async () => {
		expect((await machine.api('GET', 'users?search.gender=ada')).status).toBe(400);
	});
});

describe('an account that is not there', () => {
	it.each([
		['GET', '', undefined],
		['PATCH', '', { name: 'x' }],
		['DELETE', '', undefined],
		['PATCH', '/password', { password }],
		['POST', '/password/verify', { password }],
		['GET', '/has-password', undefined],
		['PATCH', '/is-suspended', { isSuspended: true }]
	] as const)('answers %s users/:id%s with 404', async (method, path, body) => {
		expect(await machine.api(method, `users/nobody${path}`, body)).toMatchObject({
			status: 404,
			body: { code: 'entity.not_exists_with_id', data: { id: 'nobody' } }
		});
	});
});
