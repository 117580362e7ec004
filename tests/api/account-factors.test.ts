// Second factors at one's own account: bound, shown before anything is changed, taken away, lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	expectRefused,
	openAccount,
	proveByCode,
	proveByPassword,
	recordOf,
	signInAs,
	somePerson,
	subjectsTo,
	type Me
} from '../support/account.ts';
import { openBrowser } from '../support/api-client.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { countStatements } from '../support/counted-account.ts';
import { done, showTotp } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { good, manySends, openSignIn } from '../support/passwords.ts';
import { someEmail } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { createSoftPasskey } from '../support/soft-passkey.ts';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';

const denied = 'verification_record.permission_denied';
const mfa = { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] };

let foyer: WatchedFoyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startWatched({ settings: { ...presets.everyIdentifier, ...manySends, mfa } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

/**
 * Another app in place of the one there is: the browsers that were trusted for that are forgotten, too. A passkey: its
 * challenge, its counter, and the try itself.
 */
const { counted, expectFew } = countStatements(() => foyer, 6, {
	'PUT my-account/mfa-verifications/totp 204': 7,
	'POST verifications/web-authn/authentication/verify 200': 7
});
const someone = async () => counted(await openAccount(foyer, machine));
const path = 'my-account/mfa-verifications';
type Listed = { id: string; type: string; name?: string; remainCodes?: number };
const listed = async (me: Me) => (await done(me.api('GET', path))).body as Listed[];

async function bindApp(me: Me, proof: string): Promise<string> {
	const { body } = await done(me.api('POST', `${path}/totp-secret/generate`));
	const { secret, secretQrCode } = body as { secret: string; secretQrCode: string };
	expect(secretQrCode).toMatch(/^data:image\/svg\+xml;base64,/);
	await done(me.api('POST', path, { type: 'Totp', secret, code: totpCode(secret) }, proof), 204);
	return secret;
}

async function bindCodes(me: Me, proof: string): Promise<string[]> {
	const { codes } = (await done(me.api('POST', `${path}/backup-codes/generate`, undefined, proof))).body as {
		codes: string[];
	};
	await done(me.api('POST', path, { type: 'BackupCode', codes }, proof), 204);
	return codes;
}

async function bindPasskey(me: Me, proof: string, name?: string) {
	const passkey = createSoftPasskey(foyer.origin);
	const asked = await done(me.api('POST', 'verifications/web-authn/registration'));
	const { challenge } = (asked.body as { registrationOptions: { challenge: string } }).registrationOptions;
	const verificationRecordId = recordOf(asked);
	const payload = passkey.register({ challenge });
	await done(me.api('POST', 'verifications/web-authn/registration/verify', { verificationRecordId, payload }));
	const body = { type: 'WebAuthn', newIdentifierVerificationRecordId: verificationRecordId, name };
	await done(me.api('POST', path, body, proof), 204);
	return passkey;
}

const proveByApp = (me: Me, secret: string, steps = 1) =>
	me.api('POST', 'verifications/totp', { code: totpCode(secret, steps) });

describe('an authenticator app', () => {
	it('is bound by a code of it, and is what shows its owner from then on', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		const { secret } = (await done(me.api('POST', `${path}/totp-secret/generate`))).body as { secret: string };
		const wrong = totpCode(secret) === '000000' ? '111111' : '000000';
		expectRefused(
			await me.api('POST', path, { type: 'Totp', secret, code: wrong }, proof),
			400,
			'session.mfa.invalid_totp_code'
		);
		const older = await proveByPassword(me);
		const own = await bindApp(me, proof);
		expectRefused(await me.api('GET', `${path}/backup-codes`, undefined, older), 401, denied, { reason: 'weak' });
		// What was shown in binding it is as good as showing it again.
		const codes = await bindCodes(me, proof);
		expect(codes).toHaveLength(10);
		expect(await listed(me)).toMatchObject([{ type: 'Totp' }, { type: 'BackupCode', remainCodes: 10 }]);

		expectRefused(await me.api('POST', 'verifications/password', { password: 'x' }), 401, denied, { reason: 'weak' });
		const identifier = { type: 'email', value: me.email };
		expectRefused(await me.api('POST', 'verifications/verification-code', { identifier }), 401, denied, {
			methods: [{ type: 'Totp' }, { type: 'BackupCode' }]
		});
		const shown = await done(proveByApp(me, own), 201);
		expectRefused(await proveByApp(me, own), 400, 'session.mfa.invalid_totp_code');
		await done(me.api('GET', `${path}/backup-codes`, undefined, recordOf(shown)));
		await expect.poll(() => subjectsTo(foyer, me.email)).toContainEqual(expect.stringMatching(/second step was added/));
	});

	it('that is lost is taken away by a backup code, and replaced', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		await bindApp(me, proof);
		const [first = '', second = ''] = await bindCodes(me, proof);
		expectRefused(
			await me.api('POST', 'verifications/backup-code', { code: '0000-0000-0000-0000' }),
			400,
			'session.mfa.invalid_backup_code'
		);
		const by = recordOf(await done(me.api('POST', 'verifications/backup-code', { code: first }), 201));
		expectRefused(
			await me.api('POST', 'verifications/backup-code', { code: first }),
			400,
			'session.mfa.invalid_backup_code'
		);
		const { body } = await done(me.api('GET', `${path}/backup-codes`, undefined, by));
		const used = (body as { codes: { code: string; usedAt?: string }[] }).codes.filter(({ usedAt }) => usedAt);
		expect(used).toHaveLength(1);
		expect(JSON.stringify(body)).not.toContain(second);

		const { secret } = (await done(me.api('POST', `${path}/totp-secret/generate`))).body as { secret: string };
		await done(me.api('PUT', `${path}/totp`, { secret, code: totpCode(secret) }, by), 204);
		const [app] = (await listed(me)).filter(({ type }) => type === 'Totp');
		await done(me.api('DELETE', `${path}/${app?.id}`, undefined, by), 204);
		expect(await listed(me)).toEqual([]);
		// The proof was of the app, which is gone.
		expectRefused(await me.api('GET', `${path}/backup-codes`, undefined, by), 401, denied, { reason: 'expired' });
		await proveByPassword(me);
		await expect
			.poll(() => subjectsTo(foyer, me.email))
			.toContainEqual(expect.stringMatching(/second step was removed/));
	});

	it('is not made of a weak key, nor bound without one', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		const secret = 'A'.repeat(25);
		expect((await me.api('POST', path, { type: 'Totp', secret, code: '123456' }, proof)).status).toBe(400);
		const codes = ['1111-1111-1111-1111'];
		expectRefused(
			await me.api('POST', path, { type: 'BackupCode', codes }, proof),
			422,
			'session.mfa.backup_code_can_not_be_alone'
		);
		await bindApp(me, proof);
		expectRefused(
			await me.api('POST', path, { type: 'BackupCode', codes }, proof),
			422,
			'user.wrong_backup_code_format'
		);
	});

	it('that the settings switch off half-way leaves the way that there was before', async () => {
		const browser = openBrowser(foyer.origin);
		const me = counted(await signInAs(foyer, await somePerson(machine), { browser }));
		await bindApp(me, await proveByPassword(me));
		await done(machine.api('PATCH', 'sign-in-exp', { mfa: { policy: 'NoPrompt', factors: [] } }));
		const proof = await proveByPassword(me);
		const again = { type: 'Totp', secret: 'A'.repeat(32), code: '123456' };
		expectRefused(await me.api('POST', path, again, proof), 400, 'session.mfa.mfa_factor_not_enabled');
		await browser.follow('/account');
		for (const page of ['app', 'codes', 'passkey']) {
			const { response } = await browser.follow(`/account/factors/${page}`);
			const text = await response.text();
			expect([response.status, text]).toEqual([200, expect.stringContaining('This is switched off')]);
			expect(text).toContain('href="/account/factors"');
		}
		await done(machine.api('PATCH', 'sign-in-exp', { mfa }));
		expectRefused(await me.api('GET', 'my-account/export', undefined, proof), 401, denied, { reason: 'weak' });
	});
});

it('a file that cannot be had is refused in a page like all others', async () => {
	const browser = openBrowser(foyer.origin);
	await signInAs(foyer, await somePerson(machine), { browser });
	await browser.follow('/account');
	const body = new URLSearchParams({ password: good });
	const headers = { origin: foyer.origin, accept: 'text/html' };
	await browser.request('/account/confirm/Password?/verify&to=/account/data', { method: 'POST', headers, body });
	await done(machine.api('PATCH', 'account-center', { enabled: false }));
	const answer = await browser.request('/account/data/export', { headers });
	await done(machine.api('PATCH', 'account-center', { enabled: true }));
	expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('There’s nothing here')]);
});

describe('a passkey', () => {
	it('is bound, named, shown and taken away', async () => {
		const me = await someone();
		const passkey = await bindPasskey(me, await proveByPassword(me), 'Phone');
		const [kept] = await listed(me);
		expect(kept).toMatchObject({ type: 'WebAuthn', name: 'Phone' });
		await done(me.api('PATCH', `${path}/${kept?.id}/name`, { name: 'Old phone' }));
		expect(await listed(me)).toMatchObject([{ name: 'Old phone' }]);

		const ask = () => done(me.api('POST', 'verifications/web-authn/authentication'), 201);
		const answer = (asked: Awaited<ReturnType<typeof ask>>, counter: number, origin?: string) => {
			const { challenge } = (asked.body as { authenticationOptions: { challenge: string } }).authenticationOptions;
			const payload = passkey.assert({ challenge, counter, origin });
			const body = { verificationRecordId: recordOf(asked), payload };
			return me.api('POST', 'verifications/web-authn/authentication/verify', body);
		};
		const failed = 'session.mfa.webauthn_verification_failed';
		const spoilt = await ask();
		expectRefused(await answer(spoilt, 5, 'https://evil.example'), 400, failed);
		expectRefused(await answer(spoilt, 5), 400, 'verification_record.not_found');
		const asked = await ask();
		await done(answer(asked, 5));
		expectRefused(await answer(asked, 6), 400, 'verification_record.not_found');
		expectRefused(await answer(await ask(), 5), 400, failed);
		await done(me.api('DELETE', `${path}/${kept?.id}`, undefined, recordOf(asked)), 204);
		expect(await listed(me)).toEqual([]);
	});

	it('is not tried for ever, and keeps nobody from their password', async () => {
		const me = await someone();
		await bindPasskey(me, await proveByPassword(me));
		const ask = () => done(me.api('POST', 'verifications/web-authn/authentication'), 201);
		const answer = async (payload: (challenge: string) => object) => {
			const asked = await ask();
			const { challenge } = (asked.body as { authenticationOptions: { challenge: string } }).authenticationOptions;
			const body = { verificationRecordId: recordOf(asked), payload: payload(challenge) };
			return me.api('POST', 'verifications/web-authn/authentication/verify', body);
		};
		const stranger = createSoftPasskey(foyer.origin);
		for (let tries = 0; tries < 10; tries++) {
			const tried = await answer((challenge) => stranger.assert({ challenge, counter: 1 }));
			expectRefused(tried, 400, 'session.mfa.webauthn_verification_failed');
		}
		const locked = 'session.verification_blocked_too_many_attempts';
		expectRefused(await answer((challenge) => stranger.assert({ challenge, counter: 1 })), 429, locked);
		const { body } = await (await openSignIn(foyer, { type: 'username', value: me.username })).api('POST', 'submit');
		expect(body).toMatchObject({ code: 'session.mfa.require_mfa_verification' });
	});

	it('of somebody else is not shown, and its record binds nothing for others', async () => {
		const me = await someone();
		const other = await someone();
		const proof = await proveByPassword(other);
		const asked = await done(me.api('POST', 'verifications/web-authn/registration'));
		const { challenge } = (asked.body as { registrationOptions: { challenge: string } }).registrationOptions;
		const payload = createSoftPasskey(foyer.origin).register({ challenge });
		const body = { verificationRecordId: recordOf(asked), payload };
		const verify = 'verifications/web-authn/registration/verify';
		expectRefused(await other.api('POST', verify, body), 400, 'verification_record.not_found');
		await done(me.api('POST', verify, body));
		const binding = { type: 'WebAuthn', newIdentifierVerificationRecordId: recordOf(asked) };
		expectRefused(await other.api('POST', path, binding, proof), 400, 'verification_record.not_found');
	});
});

describe('the owner’s own switch', () => {
	it('spares the second step at sign-in, not here', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		const secret = await bindApp(me, proof);
		expect((await done(me.api('GET', 'my-account/mfa-settings'))).body).toEqual({ skipMfaOnSignIn: false });
		const sign = async () =>
			(await (await openSignIn(foyer, { type: 'username', value: me.username })).api('POST', 'submit')).status;
		expect(await sign()).toBe(403);
		await done(me.api('PATCH', 'my-account/mfa-settings', { skipMfaOnSignIn: true }, proof));
		expect(await sign()).toBe(200);
		expectRefused(await me.api('POST', 'verifications/password', { password: 'x' }), 401, denied, { reason: 'weak' });
		await done(me.api('PATCH', 'my-account/mfa-settings', { skipMfaOnSignIn: false }, proof));
		await signInAs(foyer, me, {}, (journey) => done(showTotp(journey, totpCode(secret, 1))));
	});
});

describe('codes by mail that are a second factor', () => {
	it('are what shows their owner, and a new address needs one from the old', async () => {
		const password = { password: true, verificationCode: false, isPasswordPrimary: true };
		await done(
			machine.api('PATCH', 'sign-in-exp', {
				signUp: { identifiers: ['username'], password: true, verify: false },
				signIn: { methods: ['username', 'email'].map((identifier) => ({ ...password, identifier })) },
				mfa: { policy: 'NoPrompt', factors: [] }
			})
		);
		const me = await someone();
		const old = await proveByPassword(me);
		const email = someEmail();
		const record = await proveByCode(foyer, me, email);
		const factors = ['EmailVerificationCode'];
		await done(machine.api('PATCH', 'sign-in-exp', { mfa: { policy: 'NoPrompt', factors } }));
		const replace = (proof: string) =>
			me.api('POST', 'my-account/primary-email', { email, newIdentifierVerificationRecordId: record }, proof);
		expectRefused(await replace(old), 401, denied, { reason: 'weak' });
		const shown = await proveByCode(foyer, me, me.email);
		await done(replace(shown), 204);
		expectRefused(await replace(shown), 401, denied, { reason: 'expired' });
	});
});

it('asks the database for few things, whatever it is asked', () => expectFew(20));
