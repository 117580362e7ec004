// What an endpoint of the interaction API may cost the database: few statements, whatever it is asked, refusals included.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	bindBackupCodes,
	bindPasskey,
	bindTotp,
	done,
	showBackupCode,
	showPasskey,
	showTotp,
	verification
} from '../support/factors.ts';
import { openMachine } from '../support/management.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { openBrowser, startSignIn, type Browser, type InteractionEvent, type SignIn } from '../support/api-client.ts';
import { begin, better, finish, good, idOf, manySends, prove, sendCode, tryPassword } from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { isBracket, isRemembered } from '../support/statement-kinds.ts';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';

const most = 6;
/** Once in the life of an account: the app, its codes and the owner's choice are written with everything else. */
const mostWithNewFactors = 9;
/** Where browsers are remembered, a sign-in looks for one, and renews what it holds. */
const mostInKnownBrowser = 8;
/** What became of a message is written down when the provider has answered, not while somebody waits. */
const isAfterwards = (sql: string) => /^insert into "outbox"/.test(sql);

const method = { password: true, verificationCode: true, isPasswordPrimary: false };
let foyer: WatchedFoyer;
beforeAll(async () => {
	foyer = await startWatched({
		settings: {
			signUp: {
				identifiers: ['username'],
				password: true,
				verify: false,
				secondaryIdentifiers: [{ identifier: 'phone', verify: true }]
			},
			signIn: {
				methods: [
					{ ...method, identifier: 'phone' },
					{ ...method, identifier: 'username', verificationCode: false }
				]
			},
			...manySends
		}
	});
});
afterAll(() => foyer.stop());

const costs = new Map<string, number>();

/** A browser whose calls of the API are counted, each under what was asked and in which situation. */
function counting(situation: { now: string }): Browser {
	const browser = openBrowser(foyer.origin);
	return {
		...browser,
		async api(method, path, body, headers) {
			await foyer.takeWork();
			const answer = await browser.api(method, path, body, headers);
			const { statements } = await foyer.takeWork();
			const counted = statements.filter((sql) => !isBracket(sql) && !isRemembered(sql) && !isAfterwards(sql));
			const name = `${method} ${path || 'interaction'} ${situation.now}`;
			costs.set(name, Math.max(costs.get(name) ?? 0, counted.length));
			return answer;
		}
	};
}

async function open(event: InteractionEvent, now: string): Promise<{ journey: SignIn; situation: { now: string } }> {
	const situation = { now };
	return { journey: await begin(foyer, event, { browser: counting(situation) }), situation };
}

describe('each endpoint of the interaction API', () => {
	it(`asks the database for ${most} things at most`, async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		const username = { type: 'username', value: someUsername() } as const;

		const registering = (await open('Register', 'registers')).journey;
		const phoneId = await prove(foyer, registering, phone, 'Register');
		for (const item of [username, { type: 'password', value: good }, { type: 'phone', verificationId: phoneId }]) {
			expect((await registering.api('POST', 'profile', item)).status).toBe(204);
		}
		expect((await registering.api('POST', 'identification', {})).status).toBe(201);
		expect((await registering.api('GET', 'interaction')).status).toBe(200);
		await finish(registering);

		const { journey: byCode, situation } = await open('SignIn', 'guesses a code');
		const { verificationId, code, wrong } = await sendCode(foyer, byCode, phone, 'SignIn');
		expect((await byCode.checkCode(phone, verificationId, wrong)).status).toBe(400);
		situation.now = 'signs in with a code';
		expect((await byCode.checkCode(phone, verificationId, code)).status).toBe(200);
		situation.now = 'brings a code twice';
		expect((await byCode.checkCode(phone, verificationId, code)).status).toBe(400);
		situation.now = 'signs in with a code';
		expect((await byCode.api('POST', 'identification', { verificationId })).status).toBe(204);
		await finish(byCode);

		const { journey: byPassword, situation: typing } = await open('SignIn', 'guesses a password');
		expect((await tryPassword(byPassword, username, 'wrong')).status).toBe(422);
		typing.now = 'signs in with a password';
		const checked = await tryPassword(byPassword, username, good);
		expect((await byPassword.api('POST', 'identification', { verificationId: idOf(checked) })).status).toBe(204);
		await finish(byPassword);

		const recovering = (await open('ForgotPassword', 'ends a recovery')).journey;
		const proof = await prove(foyer, recovering, phone, 'ForgotPassword');
		expect((await recovering.api('POST', 'identification', { verificationId: proof })).status).toBe(204);
		expect((await recovering.api('PUT', 'profile/password', { password: better })).status).toBe(204);
		expect((await recovering.api('POST', 'submit')).status).toBe(204);

		const strange = (await open('SignIn', 'is nobody')).journey;
		const stranger = { type: 'phone', value: somePhone() } as const;
		expect((await strange.sendCode(stranger)).status).toBe(200);
		expect((await tryPassword(strange, stranger, good)).status).toBe(422);
		expect((await strange.api('PUT', 'interaction-event', { interactionEvent: 'Register' })).status).toBe(204);
		const identity = { identifier: { type: 'username', value: someUsername() }, password: good };
		expect((await strange.api('POST', 'verification/new-password-identity', identity)).status).toBe(200);

		const fresh = await startSignIn(foyer, { browser: counting({ now: 'has not begun' }) });
		expect((await fresh.api('POST', 'submit')).status).toBe(404);

		expect(over()).toEqual([]);
		expect(costs.size).toBeGreaterThan(25);
	});

	it('asks for no more where there are second factors', async () => {
		costs.clear();
		const machine = await openMachine(foyer);
		const mfa = { policy: 'UserControlled', factors: ['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode'] };
		await done(machine.api('PATCH', 'sign-in-exp', { mfa }));
		const name = { type: 'username', value: someUsername() } as const;
		const email = someEmail();
		const account = { username: name.value, password: good, primaryPhone: somePhone() };
		const { id } = (await done(machine.api('POST', 'users', account))).body as { id: string };
		const comeIn = async (now: string) => {
			const opened = await open('SignIn', now);
			const checked = await tryPassword(opened.journey, name, good);
			expect((await opened.journey.api('POST', 'identification', { verificationId: idOf(checked) })).status).toBe(204);
			return opened;
		};

		const { journey: fresh, situation } = await comeIn('sets factors up');
		await done(fresh.api('POST', 'submit'), 422);
		await done(fresh.api('POST', 'profile/mfa/mfa-enabled'), 204);
		const secret = await bindTotp(fresh);
		const passkey = await bindPasskey(fresh);
		await bindBackupCodes(fresh);
		await done(fresh.api('GET', 'interaction'));
		situation.now = 'keeps new factors';
		await finish(fresh);
		await done(machine.api('PATCH', `users/${id}`, { primaryEmail: email }));

		await done(machine.api('PATCH', 'sign-in-exp', { trustedDevice: { enabled: true } }));
		const { journey: known, situation: situationOf } = await comeIn('shows factors');
		await done(known.api('POST', 'submit'), 403);
		await done(showTotp(known, '000000'), 400);
		await done(showBackupCode(known, '0000-0000'), 400);
		await done(showPasskey(known, passkey));
		await done(showTotp(known, totpCode(secret, 1)));
		const sent = await done(verification(known, 'mfa-verification-code', { identifierType: 'email' }));
		const body = { identifierType: 'email', verificationId: idOf(sent), code: await foyer.inbox.codeFor(email) };
		await done(verification(known, 'mfa-verification-code/verify', body));
		await done(known.api('GET', 'interaction'));
		await done(known.api('POST', 'profile/mfa/trusted-device'), 204);
		await finish(known);

		situationOf.now = 'comes back to a trusted browser';
		const trusted = await begin(foyer, 'SignIn', { browser: known, parameters: { prompt: 'login' } });
		const shown = await tryPassword(trusted, name, good);
		expect((await trusted.api('POST', 'identification', { verificationId: idOf(shown) })).status).toBe(204);
		await finish(trusted);

		await done(machine.api('PATCH', 'sign-in-exp', { passkeySignIn: { enabled: true } }));
		const { journey: byPasskey } = await open('SignIn', 'signs in with a passkey');
		const asked = await done(byPasskey.api('POST', '/api/experience/preflight/sign-in-passkey/authentication'));
		const { challenge } = (asked.body as { authenticationOptions: { challenge: string } }).authenticationOptions;
		const payload = passkey.assert({ challenge, counter: 2 });
		const proven = await done(verification(byPasskey, 'sign-in-passkey/authentication/verify', { payload }));
		await done(byPasskey.api('POST', 'identification', { verificationId: idOf(proven) }), 204);
		await finish(byPasskey);

		expect(over()).toEqual([]);
		expect(costs.size).toBeGreaterThan(15);
	});

	function over(): string[] {
		const exceptions: Record<string, number> = {
			'POST submit keeps new factors': mostWithNewFactors,
			'POST submit comes back to a trusted browser': mostInKnownBrowser
		};
		const limit = (name: string) => exceptions[name] ?? most;
		return [...costs]
			.filter(([name, count]) => count > limit(name))
			.map(([name, count]) => `${name}: ${count} statements`);
	}
});
