// T14: an attacker who was there before the owner of an address keeps nothing once the owner comes.
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, startSignIn, type Identifier, type SignIn } from '../support/api-client.ts';
import { bindBackupCodes, bindPasskey, bindTotp, done, showTotp, verification } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import {
	askSilently,
	begin,
	better,
	codeOf,
	finish,
	good,
	idOf,
	manySends,
	openRecovery,
	openSignIn,
	prove,
	sendCode,
	signUp,
	tryPassword,
	useTokens,
	type Name
} from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';
import type { SoftPasskey } from '../support/soft-passkey.ts';
import { totpCode } from '../support/authenticator-app.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.everyIdentifier, ...manySends } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const somebody = (): Identifier => ({ type: 'email', value: someEmail() });
const change = async (settings: object) =>
	expect((await machine.api('PATCH', 'sign-in-exp', settings)).status).toBe(200);
const subOf = ({ id_token: token }: { id_token: string }) => decodeJwt(token).sub;

/** The owner comes, by a code that only the owner reads. */
async function ownerArrives(owner: Identifier): Promise<{ journey: SignIn; sub: string | undefined }> {
	const journey = await begin(foyer, 'SignIn');
	const verificationId = await prove(foyer, journey, owner, 'SignIn');
	const known = await journey.api('POST', 'identification', { verificationId });
	if (known.status === 404) {
		expect((await journey.api('PUT', 'interaction-event', { interactionEvent: 'Register' })).status).toBe(204);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(201);
	}
	return { journey, sub: subOf(await finish(journey)) };
}

describe('an attacker who names an address without proving it', () => {
	it('makes no account with it, and leaves no password behind', async () => {
		const owner = somebody();
		const attacker = await begin(foyer, 'Register');
		const verificationId = idOf(await attacker.sendCode(owner, 'Register'));
		expect((await attacker.api('POST', 'profile', { type: 'password', value: good })).status).toBe(204);
		const added = await attacker.api('POST', 'profile', { type: 'email', verificationId });
		expect(codeOf(added)).toBe('session.verification_failed');
		const identified = await attacker.api('POST', 'identification', { verificationId });
		expect(codeOf(identified)).toBe('session.verification_failed');
		expect((await attacker.api('POST', 'identification', {})).status).toBe(422);
		expect((await attacker.api('POST', 'submit')).status).toBe(404);

		await ownerArrives(owner);
		expect(codeOf(await tryPassword(await begin(foyer, 'SignIn'), owner, good))).toBe('session.invalid_credentials');
	});

	it('cannot offer the proof of an address of its own for it', async () => {
		const [owner, own] = [somebody(), somebody()];
		const attacker = await begin(foyer, 'Register');
		const { verificationId, code } = await sendCode(foyer, attacker, own, 'Register');
		expect(codeOf(await attacker.checkCode(owner, verificationId, code))).toBe('verification_code.email_mismatch');
		expect((await attacker.checkCode(own, verificationId, code)).status).toBe(200);
		// The record that was proven is replaced, not kept beside the next one.
		const next = idOf(await attacker.sendCode(owner, 'Register'));
		for (const offered of [verificationId, next]) {
			const { status } = await attacker.api('POST', 'identification', { verificationId: offered });
			expect(status).toBeGreaterThanOrEqual(400);
		}
	});

	it('with an account of its own does not get it added to that', async () => {
		const username: Name = { type: 'username', value: someUsername() };
		await change({ signUp: { identifiers: ['username'], password: true, verify: false } });
		await signUp(foyer, [username]);
		const attackersOwn = subOf(await finish(await openSignIn(foyer, username)));
		await change({
			signUp: {
				identifiers: ['username'],
				password: true,
				verify: true,
				secondaryIdentifiers: [{ identifier: 'email', verify: true }]
			}
		});
		const owner = somebody();
		const attacker = await openSignIn(foyer, username);
		expect(codeOf(await attacker.api('POST', 'submit'))).toBe('user.missing_profile');
		const verificationId = idOf(await attacker.sendCode(owner, 'SignIn'));
		expect((await attacker.api('POST', 'profile', { type: 'email', verificationId })).status).toBe(400);
		const typed = await attacker.request('/api/experience/profile', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ type: 'email', value: owner.value })
		});
		expect(typed.status).toBe(400);
		expect(codeOf(await attacker.api('POST', 'submit'))).toBe('user.missing_profile');
		await change({
			signUp: { identifiers: ['phone', 'email'], password: false, verify: true, secondaryIdentifiers: [] }
		});

		expect((await ownerArrives(owner)).sub).not.toBe(attackersOwn);
	});

	it('who was half-way when the owner signed up comes too late', async () => {
		const owner = somebody();
		const attacker = await begin(foyer, 'Register');
		const verificationId = idOf(await attacker.sendCode(owner, 'Register'));
		expect((await attacker.api('POST', 'profile', { type: 'password', value: good })).status).toBe(204);
		const { sub } = await ownerArrives(owner);
		for (const interactionEvent of ['SignIn', 'Register']) {
			await attacker.api('PUT', 'interaction-event', { interactionEvent });
			expect((await attacker.api('POST', 'identification', { verificationId })).status).toBe(400);
			expect((await attacker.api('POST', 'submit')).status).toBe(404);
		}
		expect(sub).toBeDefined();
		expect((await tryPassword(await begin(foyer, 'SignIn'), owner, good)).status).toBe(422);
	});
});

describe('an interaction that an attacker began', () => {
	it('opens nothing to the owner who follows its link, so nothing of the owner gets into it', async () => {
		const owner = somebody();
		const attacker = await begin(foyer, 'Register');
		expect((await attacker.api('POST', 'profile', { type: 'password', value: good })).status).toBe(204);
		const uid = attacker.page.searchParams.get('uid') ?? '';

		const follower = openBrowser(foyer.origin);
		const { url } = await follower.follow(attacker.page.href);
		expect(url.pathname).toBe('/unknown-session');
		const headers = { 'foyer-interaction': uid, 'logto-app-id': 'demo-app' };
		for (const [method, path, body] of [
			['GET', 'interaction', undefined],
			['POST', 'verification/verification-code', { identifier: owner, interactionEvent: 'Register' }],
			['POST', 'identification', {}],
			['POST', 'submit', undefined]
		] as const) {
			expect(codeOf(await follower.api(method, path, body, headers))).toBe('session.not_found');
		}
		const resumed = await follower.request(`/oidc/auth/${uid}`);
		expect(resumed.status).toBeGreaterThanOrEqual(400);
	});

	it('does not take the code that the owner was sent in another one', async () => {
		const owner = somebody();
		const [attacker, innocent] = [await begin(foyer, 'SignIn'), await begin(foyer, 'SignIn')];
		const planted = await sendCode(foyer, attacker, owner, 'SignIn');
		const genuine = await sendCode(foyer, innocent, owner, 'SignIn');
		// Whichever of the two codes the owner reads and types, it proves something in its own interaction only.
		expect((await innocent.checkCode(owner, genuine.verificationId, planted.code)).status).toBe(
			planted.code === genuine.code ? 200 : 400
		);
		expect(codeOf(await innocent.checkCode(owner, planted.verificationId, planted.code))).toBe(
			'session.verification_session_not_found'
		);
		expect((await innocent.checkCode(owner, genuine.verificationId, genuine.code)).status).toBe(200);
		const { verificationId } = planted;
		expect((await attacker.api('POST', 'identification', { verificationId })).status).toBe(400);
	});

	it('does not follow the owner into a session: what was planted before is not signed in', async () => {
		const owner: Identifier = { type: 'phone', value: somePhone() };
		const attacker = await startSignIn(foyer);
		const shared = openBrowser(foyer.origin);
		// The attacker plants its cookies in the owner's browser, and keeps a copy.
		for (const name of attacker.jar.names()) {
			shared.jar.keep(new Response(null, { headers: { 'set-cookie': `${name}=${attacker.jar.get(name)}; Path=/` } }));
		}
		const innocent = await startSignIn(foyer, { browser: shared });
		expect((await innocent.api('PUT', '', { interactionEvent: 'Register' })).status).toBe(204);
		const verificationId = await prove(foyer, innocent, owner, 'Register');
		expect((await innocent.api('POST', 'identification', { verificationId })).status).toBe(201);
		await finish(innocent);
		expect(await askSilently(innocent)).toBeUndefined();
		expect(await askSilently(attacker)).toBe('login_required');
	});
});

async function writeDown(proven: { isEmailVerified?: boolean } = {}) {
	const email = somebody();
	const username: Name = { type: 'username', value: someUsername() };
	const names = { primaryEmail: email.value, username: username.value };
	const { status, body } = await machine.api('POST', 'users', { ...names, ...proven, password: good });
	expect(status).toBe(200);
	return { email, username, id: (body as { id: string }).id };
}

describe('an account that was written down with an address that nobody had proven', () => {
	it('loses its password, sessions and tokens when the owner of the address comes', async () => {
		const { email, username, id } = await writeDown();
		const attacker = await openSignIn(foyer, username);
		const tokens = await finish(attacker);
		const underWay = await openSignIn(foyer, email);
		expect(await askSilently(attacker)).toBeUndefined();

		const { journey, sub } = await ownerArrives(email);
		expect(sub).toBe(id);
		expect(await askSilently(attacker)).toBe('login_required');
		expect(await useTokens(foyer.origin, tokens)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
		expect((await underWay.api('POST', 'submit')).status).toBeGreaterThanOrEqual(400);
		for (const name of [username, email]) {
			expect(codeOf(await tryPassword(await begin(foyer, 'SignIn'), name, good))).toBe('session.invalid_credentials');
		}
		expect(await askSilently(journey)).toBeUndefined();
	});

	it('keeps its password where the owner of the address knows it', async () => {
		const { email, username, id } = await writeDown();
		const journey = await openSignIn(foyer, username);
		const verificationId = await prove(foyer, journey, email, 'SignIn');
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(204);
		expect(subOf(await finish(journey))).toBe(id);
		expect((await tryPassword(await begin(foyer, 'SignIn'), username, good)).status).toBe(200);
		// From now on the address is proven, and codes take nothing away.
		expect((await ownerArrives(email)).sub).toBe(id);
		expect((await tryPassword(await begin(foyer, 'SignIn'), username, good)).status).toBe(200);
	});

	it('can be recovered by the owner of the address, with the same end for everybody else', async () => {
		const { email, username } = await writeDown();
		const attacker = await openSignIn(foyer, username);
		await finish(attacker);
		const owner = await begin(foyer, 'ForgotPassword');
		const verificationId = await prove(foyer, owner, email, 'ForgotPassword');
		expect((await owner.api('POST', 'identification', { verificationId })).status).toBe(204);
		expect((await owner.api('PUT', 'profile/password', { password: better })).status).toBe(204);
		expect((await owner.api('POST', 'submit')).status).toBe(204);
		expect(await askSilently(attacker)).toBe('login_required');
		expect((await tryPassword(await begin(foyer, 'SignIn'), username, good)).status).toBe(422);
		expect((await tryPassword(await begin(foyer, 'SignIn'), username, better)).status).toBe(200);
	});
});

describe('second factors that were set up with the password of such an account', () => {
	const mfa = { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] };
	beforeAll(() => change({ mfa, passkeySignIn: { enabled: true } }));
	afterAll(() => change({ mfa: { policy: 'NoPrompt', factors: [] }, passkeySignIn: { enabled: false } }));

	/** Whoever knows the password has an app, a passkey and backup codes there, and perhaps does without at sign-in. */
	async function setUp({ switchedOff = false, ...proven }: { switchedOff?: boolean; isEmailVerified?: boolean } = {}) {
		const written = await writeDown(proven);
		const attacker = await openSignIn(foyer, written.username);
		const secret = await bindTotp(attacker);
		const passkey = await bindPasskey(attacker);
		await bindBackupCodes(attacker);
		await finish(attacker);
		const choices = { mfa: { skipMfaOnSignIn: switchedOff } };
		await done(machine.api('PATCH', `users/${written.id}/logto-configs`, choices));
		return { ...written, secret, passkey, left: () => factorsOf(written.id) };
	}

	async function factorsOf(id: string): Promise<string[]> {
		const { body } = await done(machine.api('GET', `users/${id}/mfa-verifications`));
		return (body as { type: string }[]).map(({ type }) => type).sort();
	}

	async function tryPasskey(passkey: SoftPasskey): Promise<string | undefined> {
		const journey = await startSignIn(foyer);
		const asked = await done(journey.api('POST', '/api/experience/preflight/sign-in-passkey/authentication'));
		const { challenge } = (asked.body as { authenticationOptions: { challenge: string } }).authenticationOptions;
		await done(journey.api('PUT', '', { interactionEvent: 'SignIn' }), 204);
		const payload = passkey.assert({ challenge });
		return codeOf(await verification(journey, 'sign-in-passkey/authentication/verify', { payload }));
	}

	it.each([false, true])(
		'end when the owner of the address comes, who is asked for none (switched off: %s)',
		async (switchedOff) => {
			const { email, id, passkey, left } = await setUp({ switchedOff });
			expect(await left()).toEqual(['BackupCode', 'Totp', 'WebAuthn']);
			expect((await ownerArrives(email)).sub).toBe(id);
			expect(await left()).toEqual([]);
			expect(await tryPasskey(passkey)).toBe('session.mfa.webauthn_verification_failed');
			const choices = await done(machine.api('GET', `users/${id}/logto-configs`));
			expect(choices.body).toMatchObject({ mfa: { skipMfaOnSignIn: false } });
			expect((await ownerArrives(email)).sub).toBe(id);
		}
	);

	it('make room for the owner’s where everybody must have one', async () => {
		const { email, id, left } = await setUp();
		await change({ mfa: { ...mfa, policy: 'Mandatory', factors: ['Totp', 'WebAuthn'] } });
		const owner = await begin(foyer, 'SignIn');
		const verificationId = await prove(foyer, owner, email, 'SignIn');
		await done(owner.api('POST', 'identification', { verificationId }), 204);
		expect(codeOf(await owner.api('POST', 'submit'))).toBe('user.missing_mfa');
		await bindTotp(owner);
		expect(subOf(await finish(owner))).toBe(id);
		await change({ mfa });
		expect(await left()).toEqual(['Totp']);
	});

	it('end with a recovery by the owner of the address', async () => {
		const { email, username, passkey, left } = await setUp();
		await done((await openRecovery(foyer, email)).api('POST', 'submit'), 204);
		expect(await left()).toEqual([]);
		expect(await tryPasskey(passkey)).toBe('session.mfa.webauthn_verification_failed');
		await finish(await openSignIn(foyer, username, better));
	});

	it('stay where the owner has proven an address before, whoever brings a code', async () => {
		const { email, username, secret, left } = await setUp({ isEmailVerified: true });
		const somebodyElse = await begin(foyer, 'SignIn');
		const verificationId = await prove(foyer, somebodyElse, email, 'SignIn');
		await done(somebodyElse.api('POST', 'identification', { verificationId }), 204);
		expect(codeOf(await somebodyElse.api('POST', 'submit'))).toBe('session.mfa.require_mfa_verification');
		await done((await openRecovery(foyer, email)).api('POST', 'submit'), 204);
		expect(await left()).toEqual(['BackupCode', 'Totp', 'WebAuthn']);
		const owner = await openSignIn(foyer, username, better);
		expect(codeOf(await owner.api('POST', 'submit'))).toBe('session.mfa.require_mfa_verification');
		await done(showTotp(owner, totpCode(secret, 1)));
		await finish(owner);
	});
});
