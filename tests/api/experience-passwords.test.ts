// Passwords over HTTP: signing up and in with them, and choosing another when one is forgotten.
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode, startSignIn, type Answer, type Identifier, type SignIn } from '../support/api-client.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const good = 'correct horse battery staple';
const better = 'a quite different long phrase';

let names: Foyer;
let contacts: Foyer;
beforeAll(async () => {
	[names, contacts] = await Promise.all([
		startFoyer({
			settings: {
				signUp: { identifiers: ['username'], password: true, verify: false },
				signIn: {
					methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }]
				}
			}
		}),
		startFoyer({
			settings: {
				signUp: { identifiers: ['email', 'phone'], password: true, verify: true },
				signIn: {
					methods: (['phone', 'email'] as const).map((identifier) => ({
						identifier,
						password: true,
						verificationCode: true,
						isPasswordPrimary: true
					}))
				},
				forgotPasswordMethods: null
			}
		})
	]);
});
afterAll(() => Promise.all([names.stop(), contacts.stop()]));

type Id = Identifier | { type: 'username'; value: string };

async function begin(foyer: Foyer, interactionEvent: string): Promise<SignIn> {
	const journey = await startSignIn(foyer);
	expect((await journey.api('PUT', '', { interactionEvent })).status).toBe(204);
	return journey;
}

const tryPassword = (journey: SignIn, identifier: Id, password: string) =>
	journey.api('POST', 'verification/password', { identifier, password });

const codeOf = ({ body }: Answer) => (body as { code?: string }).code;
const idOf = ({ body }: Answer) => (body as { verificationId: string }).verificationId;

async function signIn(foyer: Foyer, identifier: Id, password: string) {
	const journey = await begin(foyer, 'SignIn');
	const checked = await tryPassword(journey, identifier, password);
	if (checked.status !== 200) return { checked };
	expect((await journey.api('POST', 'identification', { verificationId: idOf(checked) })).status).toBe(204);
	const submitted = await journey.api('POST', 'submit');
	const callback = await journey.finish((submitted.body as { redirectTo: string }).redirectTo);
	const { body: tokens } = await journey.exchange(callback);
	return { checked, tokens, journey };
}

async function signUpWithName(value: string, password = good) {
	const journey = await begin(names, 'Register');
	expect((await journey.api('POST', 'profile', { type: 'username', value })).status).toBe(204);
	expect((await journey.api('POST', 'profile', { type: 'password', value: password })).status).toBe(204);
	expect((await journey.api('POST', 'identification', {})).status).toBe(201);
	return journey.api('POST', 'submit');
}

/** A proven code of the interaction, as an id to identify with. */
async function prove(
	journey: SignIn,
	foyer: Foyer,
	identifier: Identifier,
	event: 'SignIn' | 'Register' | 'ForgotPassword'
) {
	const after = (await foyer.inbox.messages()).at(-1)?.at ?? 0;
	const verificationId = idOf(await journey.sendCode(identifier, event));
	const to = identifier.type === 'phone' ? `+${identifier.value}` : identifier.value;
	const code = await foyer.inbox.codeFor(to, { after });
	expect((await journey.checkCode(identifier, verificationId, code)).status).toBe(200);
	return verificationId;
}

async function signUpWithContact(identifier: Identifier, password = good) {
	const journey = await begin(contacts, 'Register');
	const verificationId = await prove(journey, contacts, identifier, 'Register');
	const lacking = await journey.api('POST', 'identification', { verificationId });
	expect(lacking).toMatchObject({
		status: 422,
		body: { code: 'user.missing_profile', data: { missingProfile: ['password'] } }
	});
	expect((await journey.api('POST', 'profile', { type: 'password', value: password })).status).toBe(204);
	expect((await journey.api('POST', 'identification', {})).status).toBe(201);
	expect((await journey.api('POST', 'submit')).status).toBe(200);
	await contacts.advanceClock(61_000);
}

async function recover(identifier: Identifier, password: string) {
	const journey = await begin(contacts, 'ForgotPassword');
	const verificationId = await prove(journey, contacts, identifier, 'ForgotPassword');
	expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(204);
	expect(codeOf(await journey.api('POST', 'submit'))).toBe('user.new_password_required_in_profile');
	const chosen = await journey.api('PUT', 'profile/password', { password });
	return { journey, chosen };
}

describe('a username and a password', () => {
	it('make an account, and sign in to it', async () => {
		const value = someUsername();
		expect((await signUpWithName(value)).status).toBe(200);
		const { tokens } = await signIn(names, { type: 'username', value }, good);
		expect(decodeJwt(tokens?.id_token ?? '')).toMatchObject({ username: value, amr: ['pwd'] });
	});

	it('may be given at once', async () => {
		const value = someUsername();
		const journey = await begin(names, 'Register');
		const offered = await journey.api('POST', 'verification/new-password-identity', {
			identifier: { type: 'username', value },
			password: good
		});
		expect(offered.status).toBe(200);
		expect((await journey.api('POST', 'identification', { verificationId: idOf(offered) })).status).toBe(201);
		expect((await journey.api('POST', 'submit')).status).toBe(200);
		expect((await signIn(names, { type: 'username', value }, good)).checked.status).toBe(200);
	});

	it('are refused when the name is taken, wherever that shows', async () => {
		const value = someUsername();
		await signUpWithName(value);
		const journey = await begin(names, 'Register');
		const taken = await journey.api('POST', 'profile', { type: 'username', value });
		expect(taken).toMatchObject({ status: 422, body: { code: 'user.username_already_in_use' } });
	});

	it('are refused at submit when somebody was faster', async () => {
		const value = someUsername();
		const slow = await begin(names, 'Register');
		await slow.api('POST', 'profile', { type: 'username', value });
		await slow.api('POST', 'profile', { type: 'password', value: good });
		expect((await slow.api('POST', 'identification', {})).status).toBe(201);
		await signUpWithName(value);
		expect(await slow.api('POST', 'submit')).toMatchObject({
			status: 422,
			body: { code: 'user.username_already_in_use' }
		});
	});

	it('are said to be missing, name first', async () => {
		const journey = await begin(names, 'Register');
		const lacking = await journey.api('POST', 'identification', {});
		expect(lacking).toMatchObject({ status: 422, body: { data: { missingProfile: ['username', 'password'] } } });
	});

	it('never show in the interaction', async () => {
		const journey = await begin(names, 'Register');
		await journey.api('POST', 'profile', { type: 'username', value: someUsername() });
		await journey.api('POST', 'profile', { type: 'password', value: good });
		const { body } = await journey.api('GET', 'interaction');
		expect(JSON.stringify(body)).not.toMatch(/argon2|passwordDigest|correct horse/);
	});
});

describe('a password that is too weak', () => {
	it('is refused with everything that is wrong with it', async () => {
		const journey = await begin(names, 'Register');
		await journey.api('POST', 'profile', { type: 'username', value: someUsername() });
		const refused = await journey.api('POST', 'profile', { type: 'password', value: '1234567' });
		expect(refused.status).toBe(422);
		expect(refused.body).toMatchObject({ code: 'password.rejected' });
		expect((refused.body as { data: { code: string }[] }).data.map(({ code }) => code)).toContain(
			'password_rejected.too_short'
		);
	});
});

describe('a wrong password', () => {
	it('is answered like an account that nobody has', async () => {
		const value = someUsername();
		await signUpWithName(value);
		const known = await tryPassword(await begin(names, 'SignIn'), { type: 'username', value }, 'not it at all');
		const unknown = await tryPassword(
			await begin(names, 'SignIn'),
			{ type: 'username', value: someUsername() },
			'not it'
		);
		expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
		expect(known).toMatchObject({ status: 422, body: { code: 'session.invalid_credentials' } });
	});

	it('slows guessing down after ten, for the right one too, and says for how long', async () => {
		const value = someUsername();
		await signUpWithName(value);
		const journey = await begin(names, 'SignIn');
		for (let guess = 0; guess < 10; guess++) {
			expect((await tryPassword(journey, { type: 'username', value }, `wrong ${guess}`)).status).toBe(422);
		}
		const locked = await tryPassword(journey, { type: 'username', value }, good);
		expect(locked).toMatchObject({
			status: 429,
			body: { code: 'session.verification_blocked_too_many_attempts', data: { retryAfter: 30 } }
		});
		expect(locked.headers.get('retry-after')).toBe('30');
		await names.advanceClock(31_000);
		expect((await tryPassword(journey, { type: 'username', value }, good)).status).toBe(200);
	});

	it('is forgotten when an administrator says so', async () => {
		const value = someUsername();
		await signUpWithName(value);
		const journey = await begin(names, 'SignIn');
		for (let guess = 0; guess < 10; guess++) await tryPassword(journey, { type: 'username', value }, `wrong ${guess}`);
		expect((await tryPassword(journey, { type: 'username', value }, good)).status).toBe(429);
		expect(await names.run(['user', 'unlock', value])).toMatchObject({ code: 0 });
		expect((await tryPassword(journey, { type: 'username', value }, good)).status).toBe(200);
	});
});

describe('a phone number with a password', () => {
	it('signs up with code and password, then in with either', async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		await signUpWithContact(phone);
		expect((await signIn(contacts, phone, good)).checked.status).toBe(200);
		expect((await signInWithCode(contacts, { phone: phone.value })).isNewUser).toBe(false);
	});
});

describe('a forgotten password', () => {
	it('is replaced, ends every session and token, and never signs in by itself', async () => {
		const email = { type: 'email', value: someEmail() } as const;
		await signUpWithContact(email);
		const before = await signIn(contacts, email, good);
		await contacts.advanceClock(61_000);

		const { journey, chosen } = await recover(email, better);
		expect(chosen.status).toBe(204);
		const done = await journey.api('POST', 'submit');
		expect([done.status, done.body]).toEqual([204, '']);

		const refreshed = await fetch(`${contacts.origin}/oidc/token`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'refresh_token',
				refresh_token: before.tokens?.refresh_token ?? '',
				client_id: 'demo-app'
			})
		});
		expect(await refreshed.json()).toMatchObject({ error: 'invalid_grant' });
		expect(codeOf((await signIn(contacts, email, good)).checked)).toBe('session.invalid_credentials');
		expect((await signIn(contacts, email, better)).checked.status).toBe(200);
	});

	it('tells the owner by mail', async () => {
		const email = { type: 'email', value: someEmail() } as const;
		await signUpWithContact(email);
		const { journey } = await recover(email, better);
		await journey.api('POST', 'submit');
		await expect
			.poll(async () => (await contacts.inbox.messages()).filter(({ to }) => to === email.value).at(-1)?.text)
			.toMatch(/password was changed/i);
	});

	it('may not be the one that the account has', async () => {
		const email = { type: 'email', value: someEmail() } as const;
		await signUpWithContact(email);
		const { chosen } = await recover(email, good);
		expect(chosen).toMatchObject({ status: 422, body: { code: 'user.same_password' } });
	});

	it('is no way to find out the present one, ten guesses apart', async () => {
		const email = { type: 'email', value: someEmail() } as const;
		await signUpWithContact(email);
		const { journey, chosen } = await recover(email, better);
		expect(chosen.status).toBe(204);
		const choose = async (password: string) => codeOf(await journey.api('PUT', 'profile/password', { password }));
		for (let guess = 0; guess < 8; guess++) expect(await choose(`${better} ${guess}`)).toBeUndefined();
		expect(await choose('12345678')).toBe('password.rejected');
		expect([await choose(good), await choose(good)]).toEqual(['user.same_password', undefined]);
	});

	it('cannot be replaced twice by proofs of the same hour', async () => {
		const email = { type: 'email', value: someEmail() } as const;
		await signUpWithContact(email);
		const first = await recover(email, better);
		await contacts.advanceClock(61_000);
		const second = await recover(email, 'yet another long phrase here');
		expect((await second.journey.api('POST', 'submit')).status).toBe(204);
		expect(await first.journey.api('POST', 'submit')).toMatchObject({
			status: 400,
			body: { code: 'session.verification_failed' }
		});
	});

	it('sends nothing to somebody unknown, and says nothing of it', async () => {
		const journey = await begin(contacts, 'ForgotPassword');
		const stranger = { type: 'email', value: someEmail() } as const;
		const sent = await journey.sendCode(stranger, 'ForgotPassword');
		expect(sent.status).toBe(200);
		expect(codeOf(await journey.checkCode(stranger, idOf(sent), '000000'))).toBe('verification_code.code_mismatch');
		expect((await contacts.inbox.messages()).some(({ to }) => to === stranger.value)).toBe(false);
	});
});
