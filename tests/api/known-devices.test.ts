// Browsers that an account remembers: what a trusted one is spared, what adaptive MFA makes of a new one, and what ends either.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInAs } from '../support/account.ts';
import { openBrowser, type Browser, type SignIn } from '../support/api-client.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { bindTotp, done, showTotp } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, codeOf, finish, good, idOf, tryPassword, type Name } from '../support/passwords.ts';
import { someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const required = 'session.mfa.require_mfa_verification';
const dayMs = 24 * 60 * 60 * 1000;
const trusting = {
	mfa: { policy: 'NoPrompt', factors: ['Totp'] },
	adaptiveMfa: { enabled: false },
	trustedDevice: { enabled: true, durationDays: 30 }
};
const adaptive = {
	mfa: { policy: 'PromptOnlyAtSignInMandatory', factors: ['Totp'] },
	adaptiveMfa: { enabled: true },
	trustedDevice: { enabled: false }
};

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.usernamePassword, ...trusting } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());
beforeEach(() => change(trusting));

async function change(settings: object): Promise<void> {
	await done(machine.api('PATCH', 'sign-in-exp', settings));
}

type Member = { id: string; name: Name; secret: string; browser: Browser };

async function someoneWithApp(): Promise<Member> {
	const name: Name = { type: 'username', value: someUsername() };
	const { body } = await done(machine.api('POST', 'users', { username: name.value, password: good }));
	const browser = openBrowser(foyer.origin);
	const journey = await open(browser, name);
	const secret = await bindTotp(journey);
	await finish(journey);
	return { id: (body as { id: string }).id, name, secret, browser };
}

/** The password is shown; `prompt`: whoever is signed in shows it again. */
async function open(browser: Browser, name: Name, password = good): Promise<SignIn> {
	const journey = await begin(foyer, 'SignIn', { browser, parameters: { prompt: 'login' } });
	const checked = await tryPassword(journey, name, password);
	await done(journey.api('POST', 'identification', { verificationId: idOf(checked) }), 204);
	return journey;
}

const trust = (journey: SignIn) => journey.api('POST', 'profile/mfa/trusted-device');
const submit = (journey: SignIn) => journey.api('POST', 'submit');
const offerOf = async (journey: SignIn) =>
	((await journey.api('GET', 'interaction')).body as { trustedDevice?: object }).trustedDevice;

async function amrOf(journey: SignIn): Promise<string[]> {
	const { id_token: token } = await finish(journey);
	return (JSON.parse(atob(token.split('.')[1] ?? '')) as { amr: string[] }).amr;
}

async function someoneWhoTrusts(): Promise<Member> {
	const member = await someoneWithApp();
	const journey = await open(member.browser, member.name);
	await done(showTotp(journey, totpCode(member.secret, 1)));
	await done(trust(journey), 204);
	await finish(journey);
	return member;
}

/** Whether the password alone ends a sign-in there. */
async function isSpared({ browser, name }: Pick<Member, 'browser' | 'name'>): Promise<boolean> {
	const answer = await submit(await open(browser, name));
	if (answer.status !== 200) expect(codeOf(answer)).toBe(required);
	return answer.status === 200;
}

describe('a trusted browser', () => {
	it('is offered, and asks for no second factor from then on; its tokens name none', async () => {
		const { browser, name, secret } = await someoneWithApp();
		const journey = await open(browser, name);
		expect(await offerOf(journey)).toEqual({ canCreate: true, durationDays: 30 });
		expect(codeOf(await trust(journey))).toBe(required);
		await done(showTotp(journey, totpCode(secret, 1)));
		await done(trust(journey), 204);
		expect((await amrOf(journey)).sort()).toEqual(['mfa', 'otp', 'pwd']);
		expect(await amrOf(await open(browser, name))).toEqual(['pwd']);
		expect(await isSpared({ browser, name })).toBe(true);
		expect(await isSpared({ browser: openBrowser(foyer.origin), name })).toBe(false);
	});

	it('is trusted for its own account only', async () => {
		const { browser } = await someoneWhoTrusts();
		const { name } = await someoneWithApp();
		expect(await isSpared({ browser, name })).toBe(false);
	});

	it('holds something new after every use, and what it held before is worth nothing', async () => {
		const member = await someoneWhoTrusts();
		const before = member.browser.jar.get('foyer_devices') ?? '';
		expect(before).not.toBe('');
		expect(await isSpared(member)).toBe(true);
		const now = member.browser.jar.get('foyer_devices') ?? '';
		expect(now).not.toBe(before);
		const thief = openBrowser(foyer.origin);
		thief.jar.keep(new Response(null, { headers: { 'set-cookie': `foyer_devices=${before}; path=/` } }));
		expect(await isSpared({ browser: thief, name: member.name })).toBe(false);
		expect(await isSpared(member)).toBe(true);
	});

	it('adds nothing to the account without a second factor', async () => {
		const { browser, name } = await someoneWhoTrusts();
		const journey = await open(browser, name);
		expect(codeOf(await journey.api('POST', 'verification/totp/secret'))).toBe(required);
	});

	it.each([
		['the days are over', () => foyer.advanceClock(30 * dayMs)],
		['it is switched off', () => change({ trustedDevice: { enabled: false } })],
		['the password changes', ({ id }: Member) => machine.api('PATCH', `users/${id}/password`, { password: good })],
		[
			'an address changes',
			({ id }: Member) => machine.api('PATCH', `users/${id}`, { primaryEmail: `${id}@example.com` })
		],
		[
			'its owner signs out everywhere else',
			async ({ id, name, browser }: Member) => {
				const person = { id, username: name.value, email: '' };
				const me = await signInAs(foyer, person, { browser, parameters: { prompt: 'login' } });
				await done(me.api('DELETE', 'my-account/sessions'), 204);
			}
		],
		[
			'the account is suspended for a while',
			async ({ id }: Member) => {
				await done(machine.api('PATCH', `users/${id}/is-suspended`, { isSuspended: true }));
				await done(machine.api('PATCH', `users/${id}/is-suspended`, { isSuspended: false }));
			}
		]
	])('is none any more when %s', async (_what, happens) => {
		const member = await someoneWhoTrusts();
		await happens(member);
		expect(await isSpared(member)).toBe(false);
	});

	it('is not offered where that is off', async () => {
		await change({ trustedDevice: { enabled: false } });
		const { browser, name, secret } = await someoneWithApp();
		const journey = await open(browser, name);
		expect(await offerOf(journey)).toBeUndefined();
		await done(showTotp(journey, totpCode(secret, 1)));
		expect(codeOf(await trust(journey))).toBe('auth.forbidden');
		await finish(journey);
		expect(browser.jar.get('foyer_devices')).toBeUndefined();
	});
});

describe('adaptive MFA', () => {
	beforeEach(() => change(adaptive));

	it('asks in a new browser, and not again in that one until long nobody came', async () => {
		const { name, secret, browser } = await someoneWithApp();
		expect(await isSpared({ browser, name })).toBe(true);
		const other = openBrowser(foyer.origin);
		const journey = await open(other, name);
		expect(codeOf(await submit(journey))).toBe(required);
		await done(showTotp(journey, totpCode(secret, 1)));
		await finish(journey);
		expect(await isSpared({ browser: other, name })).toBe(true);
		expect(await isSpared({ browser, name })).toBe(true);
		await foyer.advanceClock(31 * dayMs);
		expect(await isSpared({ browser, name })).toBe(false);
	});

	it('lets nobody go on without a factor, and nobody switch it off', async () => {
		const name: Name = { type: 'username', value: someUsername() };
		await done(machine.api('POST', 'users', { username: name.value, password: good }));
		expect(codeOf(await submit(await open(openBrowser(foyer.origin), name)))).toBe('user.missing_mfa');
		const member = await someoneWithApp();
		await done(machine.api('PATCH', `users/${member.id}/logto-configs`, { mfa: { skipMfaOnSignIn: true } }));
		expect(await isSpared({ browser: openBrowser(foyer.origin), name: member.name })).toBe(false);
	});
});

describe('the owner’s own switch', () => {
	it('is kept beside the other choices, and honoured unless the policy insists', async () => {
		const { id, name } = await someoneWithApp();
		const configs = `users/${id}/logto-configs`;
		const browser = openBrowser(foyer.origin);
		expect(await isSpared({ browser, name })).toBe(false);
		await done(machine.api('PATCH', configs, { mfa: { skipped: true } }));
		const changed = await done(machine.api('PATCH', configs, { mfa: { skipMfaOnSignIn: true } }));
		expect(changed.body).toEqual({ mfa: { enabled: false, skipped: true, skipMfaOnSignIn: true } });
		expect((await done(machine.api('GET', configs))).body).toEqual(changed.body);
		expect(await isSpared({ browser, name })).toBe(true);
		await change({ mfa: { policy: 'Mandatory', factors: ['Totp'] } });
		expect(await isSpared({ browser, name })).toBe(false);
	});
});
