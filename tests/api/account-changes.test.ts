// What people change of their own account, by which proof, and who hears of it.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	askCode,
	expectRefused,
	openAccount,
	proveByCode,
	proveByPassword,
	signInAs,
	somePerson,
	subjectsTo
} from '../support/account.ts';
import { openBrowser } from '../support/api-client.ts';
import { countStatements } from '../support/counted-account.ts';
import { done } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import {
	askSilently,
	begin,
	better,
	good,
	manySends,
	openSignIn,
	tryPassword,
	useTokens
} from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';

const denied = 'verification_record.permission_denied';
const minute = 60_000;

let foyer: WatchedFoyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startWatched({
		settings: {
			...presets.everyIdentifier,
			...manySends,
			lockoutPolicy: { perUser: { threshold: 3 }, perIp: { threshold: 10_000 } }
		}
	});
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const { counted, expectFew } = countStatements(() => foyer, 6, { 'DELETE my-account 204': 9 });
const someone = async (more: object = {}) => counted(await openAccount(foyer, machine, more));

describe('what people say of themselves', () => {
	it('is read and changed with the token alone', async () => {
		const me = await someone();
		const changed = await done(me.api('PATCH', 'my-account', { name: 'Ada', avatar: 'https://example.com/ada.png' }));
		expect(changed.body).toMatchObject({ id: me.id, name: 'Ada', username: me.username, primaryEmail: me.email });
		const profile = { givenName: 'Ada', address: { country: 'CN' } };
		expect((await done(me.api('PATCH', 'my-account/profile', profile))).body).toEqual(profile);
		await done(me.api('PATCH', 'my-account/profile', { nickname: 'Countess' }));
		const { body } = await done(me.api('GET', 'my-account'));
		expect(body).toMatchObject({ name: 'Ada', profile: { nickname: 'Countess' }, hasPassword: true, unproven: [] });
		expect(body).not.toHaveProperty('customData');
		expect(body).not.toHaveProperty('identities');
	});

	it('is what sign-up asks for besides, checked as there, beside what applications keep', async () => {
		const parts = ['givenName', 'familyName'].map((name) => ({ name, enabled: true, required: false }));
		const customProfileFields = [
			{ name: 'fullname', type: 'Fullname', required: false, config: { parts } },
			{ name: 'nickname', type: 'Text', required: true },
			{ name: 'size', type: 'Number', required: false, config: { minValue: 1 } },
			{ name: 'avatar', type: 'Url', required: false }
		];
		await done(machine.api('PATCH', 'sign-in-exp', { customProfileFields, signUpProfileFields: null }));
		const me = await someone({ profile: { nickname: 'ada', gender: 'x' }, customData: { size: 3, plan: 'gold' } });
		const path = 'my-account/extra-profile';
		const { body } = await done(me.api('GET', path));
		expect(body).toMatchObject({ values: { nickname: 'ada', size: 3 } });
		expect((body as { fields: { name: string }[] }).fields.map(({ name }) => name)).toEqual(
			['fullname', 'nickname', 'size'] // A picture has a field of its own.
		);
		const wrong = await me.api('PATCH', path, { values: { nickname: ' ', size: '0', plan: 'lead' } });
		expectRefused(wrong, 400, 'guard.invalid_input', {
			issues: expect.arrayContaining([
				{ path: 'nickname', code: 'required' },
				{ path: 'size', code: 'too_small' },
				{ path: 'plan', code: 'unrecognized' }
			])
		});
		await done(me.api('PATCH', path, { values: { nickname: 'Lovelace', fullname: { givenName: 'Ada' } } }));
		expect((await done(machine.api('GET', `users/${me.id}`))).body).toMatchObject({
			profile: { nickname: 'Lovelace', givenName: 'Ada', gender: 'x' },
			customData: { plan: 'gold' }
		});
		expect((await done(me.api('GET', path))).body).toMatchObject({
			values: { nickname: 'Lovelace', fullname: { givenName: 'Ada' } }
		});
		// Sign-up asks no longer, and the rest of the catalogue belongs to applications until it is named.
		await done(machine.api('PATCH', 'sign-in-exp', { signUpProfileFields: [] }));
		expect((await done(me.api('GET', path))).body).toEqual({ fields: [], values: {} });
		expectRefused(await me.api('PATCH', path, { values: { size: 9 } }), 400, 'guard.invalid_input');
		await done(machine.api('PATCH', 'account-center', { profileFields: [{ name: 'size' }] }));
		expect((await done(me.api('GET', path))).body).toMatchObject({ fields: [{ name: 'size' }] });
		await done(machine.api('PATCH', 'account-center', { profileFields: null }));
		await done(machine.api('PATCH', 'sign-in-exp', { customProfileFields: [] }));
	});

	it('is a picture that is drawn anew, shown while the account names it, and gone with that', async () => {
		const me = await someone();
		const upload = async (bytes: Uint8Array) => {
			const form = new FormData();
			form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'me.png');
			const headers = { authorization: `Bearer ${me.tokens.access_token}` };
			const answer = await openBrowser(foyer.origin).request('/api/my-account/picture', {
				method: 'POST',
				headers,
				body: form
			});
			return { status: answer.status, body: (await answer.json()) as { code?: string; avatar: string } };
		};
		const drawn = sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#0d6e62' } });
		const photo = await drawn
			.jpeg()
			.withExif({ IFD0: { Artist: 'who took it' } })
			.toBuffer();
		expect(photo.includes('who took it')).toBe(true);
		const { body } = await upload(photo);
		expect(body.avatar).toMatch(new RegExp(`^${foyer.origin}/pictures/[\\w-]{32}\\.webp$`));
		expect((await done(me.api('GET', 'my-account'))).body).toMatchObject({ avatar: body.avatar });
		const served = await fetch(body.avatar);
		const bytes = Buffer.from(await served.arrayBuffer());
		expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 512, height: 256 });
		expect(bytes.includes('who took it')).toBe(false);
		expect(Object.fromEntries(served.headers)).toMatchObject({
			'content-type': 'image/webp',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
			'cross-origin-resource-policy': 'cross-origin'
		});

		expect(await upload(Buffer.from('<svg onload="alert(1)"/>'))).toMatchObject({ status: 400 });
		expect(await upload(new Uint8Array(5_000_001))).toMatchObject({ body: { code: 'guard.file_size_exceeded' } });
		const next = await upload(await drawn.png().toBuffer());
		expect(next.body.avatar).toMatch(/\.png$/);
		expect((await fetch(body.avatar)).status).toBe(404);
		await done(me.api('PATCH', 'my-account', { avatar: 'https://example.com/me.png' }));
		expect((await fetch(next.body.avatar)).status).toBe(404);
		const last = await upload(photo);
		await done(me.api('DELETE', 'my-account/picture'), 204);
		expect((await done(me.api('GET', 'my-account'))).body).toMatchObject({ avatar: null });
		expect((await fetch(last.body.avatar)).status).toBe(404);
	});

	it('is uploaded once at a time: nothing of another picture is read meanwhile', async () => {
		const me = await someone();
		const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0d6e62' } })
			.png()
			.toBuffer();
		const upload = (body: BodyInit, rest: object = {}) => {
			const headers = { authorization: `Bearer ${me.tokens.access_token}`, ...rest };
			const options = { method: 'POST', headers, body, duplex: 'half' };
			return openBrowser(foyer.origin).request('/api/my-account/picture', options);
		};
		const whole = () => {
			const form = new FormData();
			form.set('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), 'me.png');
			return form;
		};
		const form = new Response(whole());
		const bytes = new Uint8Array(await form.clone().arrayBuffer());
		const slow = new TransformStream<Uint8Array, Uint8Array>();
		const writer = slow.writable.getWriter();
		const first = upload(slow.readable, { 'content-type': form.headers.get('content-type') ?? '' });
		await writer.write(bytes.subarray(0, 50));
		await expect.poll(async () => (await upload(whole())).status).toBe(503);
		expect((await upload(whole())).headers.get('retry-after')).toBe('1');
		await writer.write(bytes.subarray(50));
		await writer.close();
		expect((await first).status).toBe(200);
		expect((await upload(whole())).status).toBe(200);
	});

	it('leads in by a username only with a proof, and the owner hears of it', async () => {
		const me = await someone();
		const username = someUsername();
		expectRefused(await me.api('PATCH', 'my-account', { username }), 401, denied, { reason: 'missing' });
		const proof = await proveByPassword(me);
		const taken = await somePerson(machine);
		const refusal = await me.api('PATCH', 'my-account', { username: taken.username }, proof);
		expectRefused(refusal, 422, 'user.username_already_in_use');
		expectRefused(
			await me.api('PATCH', 'my-account', { username: '1st' }, proof),
			422,
			'user.username_starts_with_number'
		);
		expect((await done(me.api('PATCH', 'my-account', { username }, proof))).body).toMatchObject({ username });
		await openSignIn(foyer, { type: 'username', value: username });
		await expect.poll(() => subjectsTo(foyer, me.email)).toContainEqual(expect.stringMatching(/username was changed/));
	});
});

describe('a proof of who asks', () => {
	it('is given by what the account has, and told when it lacks', async () => {
		const me = await someone({ primaryPhone: somePhone(), isPhoneVerified: true });
		const methods = ['Password', 'EmailVerificationCode', 'PhoneVerificationCode'];
		const offered = (await done(me.api('GET', 'verifications'))).body as { methods: { type: string }[] };
		expect(offered.methods.map(({ type }) => type)).toEqual(methods);
		expect(offered.methods[1]).toEqual({
			type: 'EmailVerificationCode',
			maskedIdentifier: expect.stringMatching(/^s\*+@/)
		});
		const refusal = await me.api('DELETE', 'my-account/primary-phone');
		expectRefused(refusal, 401, denied, { reason: 'missing', methods: offered.methods });
		const refused = await done(machine.api('GET', `logs?userId=${me.id}&logKey=Account.Reauthentication`));
		expect(refused.body).toMatchObject([{ payload: { result: 'Error', error: denied } }]);
		await done(me.api('DELETE', 'my-account/primary-phone', undefined, await proveByCode(foyer, me, me.email)), 204);
	});

	it('is good for ten minutes, for its owner, and for nothing else', async () => {
		const me = await someone();
		const other = await someone();
		const proof = await proveByPassword(me);
		const read = (who: typeof me) => who.api('GET', 'my-account/export', undefined, proof);
		expectRefused(await read(other), 401, denied);
		await done(read(me));
		const asNew = { email: someEmail(), newIdentifierVerificationRecordId: proof };
		expectRefused(await me.api('POST', 'my-account/primary-email', asNew, proof), 400, 'verification_record.not_found');
		await foyer.advanceClock(10 * minute + 1);
		expectRefused(await read(me), 401, denied, { reason: 'expired' });
		await done(me.api('GET', 'my-account/export', undefined, await proveByPassword(me)));
	});

	it('waits after wrong passwords as a sign-in does, and with it', async () => {
		const me = await someone();
		const typed = (password: string) => me.api('POST', 'verifications/password', { password });
		for (let count = 0; count < 2; count++) expectRefused(await typed('wrong'), 422, 'session.invalid_credentials');
		const journey = await begin(foyer, 'SignIn');
		await tryPassword(journey, { type: 'username', value: me.username }, 'wrong');
		expectRefused(await typed(good), 429, 'session.verification_blocked_too_many_attempts');
		await foyer.advanceClock(minute);
		await proveByPassword(me);
	});

	it('is none when it was begun before the password changed', async () => {
		const me = await someone();
		const asked = await askCode(foyer, me, me.email);
		await done(me.api('POST', 'my-account/password', { password: better }, await proveByPassword(me)), 204);
		await done(asked.bring());
		const read = await me.api('GET', 'my-account/export', undefined, asked.verificationId);
		expectRefused(read, 401, denied, { reason: 'expired' });
	});

	it('is none by a password that has expired', async () => {
		const me = await someone();
		await done(machine.api('PATCH', 'sign-in-exp', { passwordExpiration: { enabled: true, validPeriodDays: 90 } }));
		await done(machine.api('PATCH', `users/${me.id}/password/expiration`, { isExpired: true }));
		const refusal = await me.api('POST', 'verifications/password', { password: good });
		expectRefused(refusal, 401, denied, { reason: 'weak', methods: [{ type: 'EmailVerificationCode' }] });
	});

	it('takes a code that was sent to the account once, and no guess more than five times', async () => {
		const me = await someone();
		const asked = await askCode(foyer, me, me.email);
		expectRefused(await asked.bring(asked.wrong), 400, 'verification_code.code_mismatch', { attemptsLeft: 4 });
		await done(asked.bring());
		expectRefused(await asked.bring(), 400, 'verification_code.not_found');
		const unasked = await me.api(
			'GET',
			'my-account/export',
			undefined,
			(await askCode(foyer, me, me.email)).verificationId
		);
		expectRefused(unasked, 401, denied, { reason: 'missing' });
	});
});

describe('another address', () => {
	it('is proven there, told at the old one, and signs in from then on', async () => {
		const me = await someone();
		const email = someEmail();
		const proof = await proveByPassword(me);
		const { verificationId, bring } = await askCode(foyer, me, email);
		const replace = (with_?: string) =>
			me.api('POST', 'my-account/primary-email', { email, newIdentifierVerificationRecordId: verificationId }, with_);
		expectRefused(await replace(proof), 400, 'verification_record.not_found');
		await done(bring());
		expectRefused(await replace(), 401, denied);
		expectRefused(await replace(verificationId), 401, denied);
		await done(replace(proof), 204);
		expectRefused(await replace(proof), 400, 'verification_record.not_found');
		expect((await done(me.api('GET', 'my-account'))).body).toMatchObject({ primaryEmail: email, unproven: [] });
		await openSignIn(foyer, { type: 'email', value: email });
		await expect
			.poll(() => subjectsTo(foyer, me.email))
			.toContainEqual(expect.stringMatching(/email address was changed/));
		expect(await subjectsTo(foyer, email)).toHaveLength(1);
	});

	it('is not had when it is somebody else’s, and only who reads its mail hears that', async () => {
		const me = await someone({ primaryPhone: undefined });
		const phone = somePhone();
		await somePerson(machine, { primaryPhone: phone });
		const record = await proveByCode(foyer, me, phone);
		const body = { phone, newIdentifierVerificationRecordId: record };
		const answer = await me.api('POST', 'my-account/primary-phone', body, await proveByPassword(me));
		expectRefused(answer, 422, 'user.phone_already_in_use');
		expect((await done(me.api('GET', 'my-account'))).body).toMatchObject({ primaryPhone: null });
	});

	it('is sent codes to by one account ten times a day, then after a wait', async () => {
		const me = await someone();
		const send = () => {
			const identifier = { type: 'email', value: someEmail() };
			return me.api('POST', 'verifications/verification-code', { identifier });
		};
		for (let count = 0; count < 10; count++) await done(send(), 201);
		const statuses = [(await send()).status, (await send()).status];
		expect(statuses).toContain(429);
		await askCode(foyer, me, me.email);
	});

	it('that an operator wrote down is proven like a new one', async () => {
		const me = await someone({ isEmailVerified: false });
		expect((await done(me.api('GET', 'my-account'))).body).toMatchObject({ unproven: ['email'] });
		const record = await proveByCode(foyer, me, me.email);
		const proof = await proveByPassword(me);
		const body = { email: me.email, newIdentifierVerificationRecordId: record };
		await done(me.api('POST', 'my-account/primary-email', body, proof), 204);
		expect((await done(me.api('GET', 'my-account'))).body).toMatchObject({ primaryEmail: me.email, unproven: [] });
	});

	it('is taken away unless nothing else leads back in', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		await done(me.api('PATCH', 'my-account', { username: null }, proof));
		expectRefused(
			await me.api('DELETE', 'my-account/primary-email', undefined, proof),
			400,
			'user.last_sign_in_method_required'
		);
		expectRefused(await me.api('DELETE', 'my-account/primary-phone', undefined, proof), 404, 'entity.not_found');
	});
});

describe('another password', () => {
	it('ends everything else that was signed in, and is told', async () => {
		const me = await someone();
		const elsewhere = await begin(foyer, 'SignIn');
		const other = await signInAs(foyer, me, { browser: elsewhere });
		const proof = await proveByPassword(me);
		const set = (password: string, by: string) => me.api('POST', 'my-account/password', { password }, by);
		expectRefused(await set(good, proof), 422, 'user.same_password');
		expectRefused(await set('short', proof), 422, 'password.rejected');
		await done(set(better, proof), 204);
		expectRefused(await set(good, proof), 401, denied, { reason: 'expired' });
		await done(me.api('GET', 'my-account'));
		expect(await useTokens(foyer.origin, other.tokens)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
		expect(await askSilently(elsewhere)).toBe('login_required');
		await expect.poll(() => subjectsTo(foyer, me.email)).toContainEqual(expect.stringMatching(/password was changed/));
		await proveByPassword(me, better);
	});
});

describe('the end of an account', () => {
	it('is its owner’s, and ends every session and token', async () => {
		const me = await someone();
		expectRefused(await me.api('DELETE', 'my-account'), 401, denied);
		const proof = await proveByPassword(me);
		await done(machine.api('PATCH', 'account-center', { deleteAccountUrl: 'https://shop.example/bye' }));
		const elsewhere = await me.api('DELETE', 'my-account', undefined, proof);
		expectRefused(elsewhere, 422, 'account_center.deletion_elsewhere', { url: 'https://shop.example/bye' });
		await done(machine.api('PATCH', 'account-center', { deleteAccountUrl: '' }));
		await done(me.api('DELETE', 'my-account', undefined, proof), 204);
		expectRefused(await me.api('GET', 'my-account'), 401, 'auth.unauthorized');
		expect((await machine.api('GET', `users/${me.id}`)).status).toBe(404);
		expect(await useTokens(foyer.origin, me.tokens)).toMatchObject({ refresh: 'invalid_grant' });
		const { body } = await done(machine.api('GET', `logs?userId=${me.id}&logKey=Account.Delete`));
		expect(body).toHaveLength(1);
		expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|::1|node/);
		await expect.poll(() => subjectsTo(foyer, me.email)).toContainEqual(expect.stringMatching(/account was deleted/));
	});

	it('and its address are no administrator’s to end', async () => {
		const me = await someone();
		const refusal = 'account_center.kept_for_administrator';
		expect(await foyer.run(['admin', 'create', me.email])).toMatchObject({ code: 0 });
		const proof = await proveByPassword(me);
		expectRefused(await me.api('DELETE', 'my-account', undefined, proof), 422, refusal);
		expectRefused(await me.api('DELETE', 'my-account/primary-email', undefined, proof), 422, refusal);
		expect(await foyer.run(['admin', 'remove', me.email])).toMatchObject({ code: 0 });
		await done(me.api('DELETE', 'my-account', undefined, proof), 204);
	});
});

it('asks the database for few things, whatever it is asked', () => expectFew(25));
