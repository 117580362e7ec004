// What an endpoint of the interaction API may cost the database: few statements, whatever it is asked, refusals included.
import { createHash } from 'node:crypto';
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
const mostWithNewFactors = 8;
/** Where browsers are remembered, a sign-in looks for one, and renews what it holds. */
const mostInKnownBrowser = 8;
/** Once in the life of an account: whatever a password of somebody else's has opened ends with it (R20). */
const mostWithPasswordOfOthers = 8;
/** An account is made or completed in a browser that is signed in: that session must still be there. */
const mostInSession = 7;
/** What became of a message, and a digest of today's, are written when it is answered, not while somebody waits. */
const isAfterwards = (sql: string) =>
	/^insert into "outbox"|^update "user" set "password_digest" = \S+ "password_algorithm" = \S+ where/.test(sql);

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

const someName = () => ({ type: 'username', value: someUsername() }) as const;

const costs = new Map<string, number>();
/** `FOYER_PRINT_STATEMENTS=1` shows what every endpoint took. */
afterAll(() => {
	if (process.env.FOYER_PRINT_STATEMENTS) console.table(Object.fromEntries(all));
});
const all = new Map<string, number>();

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
			for (const seen of [costs, all]) seen.set(name, Math.max(seen.get(name) ?? 0, counted.length));
			return answer;
		}
	};
}

/** In a browser of its own, or once more in one that has signed in. */
async function open(event: InteractionEvent, now: string, used?: Opened): Promise<Opened> {
	const situation = used?.situation ?? { now };
	situation.now = now;
	const browser = used?.journey ?? counting(situation);
	const parameters = used && { prompt: 'login' };
	return { journey: await begin(foyer, event, { browser, parameters }), situation };
}
type Opened = { journey: SignIn; situation: { now: string } };

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

	it('asks for no more when a sign-in changes its account', async () => {
		costs.clear();
		const machine = await openMachine(foyer);
		const make = async (account: object) => (await done(machine.api('POST', 'users', account))).body as { id: string };
		await done(machine.api('PATCH', 'sign-in-exp', { termsOfUseUrl: 'https://shop.example/terms' }));

		// The digest is of another system, and the account has no number yet.
		const [name, second] = [someName(), someName()];
		const digest = createHash('md5').update(good).digest('hex');
		await make({ username: name.value, passwordAlgorithm: 'MD5', passwordDigest: digest });
		const byPassword = async (now: string, used?: Opened, who = name) => {
			const opened = await open('SignIn', now, used);
			const checked = await tryPassword(opened.journey, who, good);
			await done(opened.journey.api('POST', 'identification', { verificationId: idOf(checked) }), 204);
			return opened;
		};
		const complete = async ({ journey, situation }: Opened, now: string) => {
			await done(journey.api('POST', 'submit'), 422);
			const phone = { type: 'phone', value: somePhone() } as const;
			const verificationId = await prove(foyer, journey, phone, 'SignIn');
			await done(journey.api('POST', 'profile', { type: 'phone', verificationId }), 204);
			situation.now = now;
			await finish(journey, { agreesToTerms: true });
		};
		const imported = await byPassword('brings an old digest');
		await complete(imported, 'gives what was missing, and agrees to terms');

		const wanted = { signUp: { identifiers: ['username'], password: true, verify: false, secondaryIdentifiers: [] } };
		const settings = (await done(machine.api('GET', 'sign-in-exp'))).body as object;
		await done(machine.api('PATCH', 'sign-in-exp', wanted));
		const again = await byPassword('signs in where somebody is signed in', imported);
		await finish(again.journey);
		const registering = await open('Register', 'registers where somebody is signed in', again);
		await done(registering.journey.api('POST', 'profile', { type: 'username', value: someUsername() }), 204);
		await done(registering.journey.api('POST', 'profile', { type: 'password', value: good }), 204);
		await done(registering.journey.api('POST', 'identification', {}), 201);
		await finish(registering.journey, { agreesToTerms: true });
		await done(machine.api('PATCH', 'sign-in-exp', settings));

		await make({ username: second.value, password: good });
		const lacking = await byPassword('lacks something where somebody is signed in', registering, second);
		await complete(lacking, 'gives what was missing where somebody is signed in');

		const phone = { type: 'phone', value: somePhone() } as const;
		await make({ username: someUsername(), primaryPhone: phone.value, password: good });
		const owner = await open('SignIn', 'shows a number that was only written down');
		const proof = await prove(foyer, owner.journey, phone, 'SignIn');
		await done(owner.journey.api('POST', 'identification', { verificationId: proof }), 204);
		await finish(owner.journey);

		const forgotten = { type: 'phone', value: somePhone() } as const;
		await make({ username: someUsername(), primaryPhone: forgotten.value, password: good });
		const { journey: recovering } = await open('ForgotPassword', 'recovers by a number that was only written down');
		const fresh = await prove(foyer, recovering, forgotten, 'ForgotPassword');
		await done(recovering.api('POST', 'identification', { verificationId: fresh }), 204);
		await done(recovering.api('PUT', 'profile/password', { password: better }), 204);
		await done(recovering.api('POST', 'submit'), 204);

		expect(over()).toEqual([]);
		expect(costs.size).toBeGreaterThan(25);
	});

	it('asks for no more for links, own fields, consent, and what is told to anybody', async () => {
		costs.clear();
		const machine = await openMachine(foyer);
		const email = someEmail();
		const { token } = (await done(machine.api('POST', 'one-time-tokens', { email }), 201)).body as { token: string };
		const { journey: invited } = await open('Register', 'follows a link');
		const identifier = { type: 'email', value: email };
		const verified = await done(verification(invited, 'one-time-token/verify', { identifier, token }));
		expect((await verification(invited, 'one-time-token/verify', { identifier, token })).status).toBe(400);
		expect((await verification(invited, 'one-time-token/verify', { identifier, token: 'none' })).status).toBe(404);

		const customProfileFields = [{ name: 'nickname', type: 'Text', required: true }];
		await done(
			machine.api('PATCH', 'sign-in-exp', { customProfileFields, signUpProfileFields: [{ name: 'nickname' }] })
		);
		const values = { nickname: 'Ada' };
		await done(invited.api('POST', 'profile', { type: 'extraProfile', values }), 204);
		await done(invited.api('POST', 'identification', { verificationId: idOf(verified) }), 422);

		const redirectUri = 'https://shop.example/callback';
		const links = ['--terms', 'https://shop.example/t', '--privacy', 'https://shop.example/p'];
		const made = await foyer.createApplication({ redirectUris: [redirectUri], more: ['--third-party', ...links] });
		const application = { id: made.id, secret: made.secret, redirectUri };
		await done(machine.api('PATCH', 'sign-in-exp', { customProfileFields: [], signUpProfileFields: [] }));
		const name = { type: 'username', value: someUsername() } as const;
		const { journey: member, situation } = await open('Register', 'registers for good');
		const phoneId = await prove(foyer, member, { type: 'phone', value: somePhone() }, 'Register');
		for (const item of [name, { type: 'password', value: good }, { type: 'phone', verificationId: phoneId }]) {
			await done(member.api('POST', 'profile', item), 204);
		}
		await done(member.api('POST', 'identification', {}), 201);
		await finish(member);
		situation.now = 'is asked';
		const asked = await startSignIn(foyer, { browser: member, application });
		const hint = { 'foyer-interaction': asked.page.searchParams.get('uid') ?? '' };
		const read = await done(asked.api('GET', '/api/interaction/consent', undefined, hint));
		const { version } = read.body as { version: string };
		await done(asked.api('POST', '/api/interaction/consent', { version }, hint));

		const anybody = counting({ now: 'looks' });
		for (const path of ['sign-in-exp', 'experience', 'phrases?lng=zh-CN', 'account-center']) {
			await done(anybody.api('GET', `/api/.well-known/${path}`));
		}

		expect(over()).toEqual([]);
		expect([...costs.keys()].filter((name) => /link|extra|consent|well-known/.test(name)).length).toBeGreaterThan(8);
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
			'POST submit comes back to a trusted browser': mostInKnownBrowser,
			'POST submit shows a number that was only written down': mostWithPasswordOfOthers,
			'POST submit recovers by a number that was only written down': mostWithPasswordOfOthers,
			'POST submit registers where somebody is signed in': mostInSession,
			'POST submit gives what was missing where somebody is signed in': mostInSession
		};
		const limit = (name: string) => exceptions[name] ?? most;
		return [...costs]
			.filter(([name, count]) => count > limit(name))
			.map(([name, count]) => `${name}: ${count} statements`);
	}
});
