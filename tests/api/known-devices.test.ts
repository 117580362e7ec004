// Browsers that an account remembers: what a trusted one is spared, what adaptive MFA makes of a new one, and what ends either.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
	expectRefused,
	openAccount,
	proveByPassword,
	signInAs,
	subjectsTo,
	withToken,
	type Me
} from '../support/account.ts';
import { openBrowser, type Browser, type SignIn } from '../support/api-client.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { bindTotp, done, showTotp } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, codeOf, finish, good, idOf, tryPassword, type Name } from '../support/passwords.ts';
import { someEmail, someUsername } from '../support/people.ts';
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

type Member = { id: string; name: Name; secret: string; browser: Browser; email: string };

async function someoneWithApp(): Promise<Member> {
	const name: Name = { type: 'username', value: someUsername() };
	const email = someEmail();
	const person = { username: name.value, primaryEmail: email, isEmailVerified: true, password: good };
	const { body } = await done(machine.api('POST', 'users', person));
	const browser = openBrowser(foyer.origin);
	const journey = await open(browser, name);
	const secret = await bindTotp(journey);
	await finish(journey);
	return { id: (body as { id: string }).id, name, secret, browser, email };
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

const held = (browser: Browser) => browser.jar.get('foyer_devices') ?? '';

function put(browser: Browser, cookie: string): void {
	browser.jar.keep(new Response(null, { headers: { 'set-cookie': `foyer_devices=${cookie}; path=/` } }));
}

function browserHolding(cookie: string): Browser {
	const browser = openBrowser(foyer.origin);
	put(browser, cookie);
	return browser;
}

async function keysOf(userId: string): Promise<string[]> {
	const { body } = await done(machine.api('GET', `logs?userId=${userId}&page_size=100`));
	return (body as { key: string }[]).map(({ key }) => key);
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

	it('holds something new after every use; a copy of what it held before ends the trust, and the owner hears of it', async () => {
		const member = await someoneWhoTrusts();
		const before = held(member.browser);
		expect(await isSpared(member)).toBe(true);
		expect(held(member.browser)).not.toBe(before);
		const thief = browserHolding(before);
		// Two tabs of one browser may be so close to each other.
		expect(await isSpared({ browser: thief, name: member.name })).toBe(true);
		expect(held(thief)).toBe(before);
		expect(await isSpared(member)).toBe(true);

		await foyer.advanceClock(31_000);
		expect(await isSpared({ browser: thief, name: member.name })).toBe(false);
		expect(await isSpared(member)).toBe(false);
		await expect
			.poll(() => subjectsTo(foyer, member.email))
			.toContainEqual(expect.stringMatching(/asked for the second/));
		const keys = await keysOf(member.id);
		expect(keys.filter((key) => key === 'TrustedDevice.Copied')).toHaveLength(1);
		expect(keys).toEqual(expect.arrayContaining(['TrustedDevice.Created', 'TrustedDevice.Used']));
	});

	it('stays trusted when an answer was lost for longer, and again', async () => {
		const member = await someoneWhoTrusts();
		const before = held(member.browser);
		for (const lost of ['once', 'twice']) {
			await foyer.advanceClock(31_000);
			expect(await isSpared(member), lost).toBe(true);
			expect(held(member.browser), lost).not.toBe(before);
			put(member.browser, before);
		}
		await foyer.advanceClock(31_000);
		expect(await isSpared(member)).toBe(true);
		await foyer.advanceClock(31_000);
		expect(await isSpared(member)).toBe(true);
		expect(await keysOf(member.id)).not.toContain('TrustedDevice.Copied');
	});

	it('ends when its owner comes after a thief who came first', async () => {
		const member = await someoneWhoTrusts();
		const thief = { browser: browserHolding(held(member.browser)), name: member.name };
		expect(await isSpared(member)).toBe(true);
		await foyer.advanceClock(31_000);
		expect(await isSpared(thief)).toBe(true);
		expect(await isSpared(member)).toBe(false);
		expect(await isSpared(thief)).toBe(false);
		expect(await keysOf(member.id)).toContain('TrustedDevice.Copied');
	});

	it('gets what it is to hold again when the answer was lost', async () => {
		const member = await someoneWhoTrusts();
		const before = held(member.browser);
		const journey = await open(member.browser, member.name);
		await done(submit(journey));
		const after = held(member.browser);
		put(member.browser, before);
		await foyer.advanceClock(60_000);
		await done(submit(journey));
		expect(held(member.browser)).not.toBe(before);
		expect(held(member.browser)).not.toBe(after);
		expect(await isSpared(member)).toBe(true);
	});

	it('takes part in a dozen sign-ins at once, and stays trusted', async () => {
		const member = await someoneWhoTrusts();
		const before = held(member.browser);
		const journeys: SignIn[] = [];
		while (journeys.length < 12) journeys.push(await open(browserHolding(before), member.name));
		const answers = await Promise.all(journeys.map(submit));
		expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
		expect(await keysOf(member.id)).not.toContain('TrustedDevice.Copied');
	});

	it('is told to its owner, and ended by them alone', async () => {
		const { id, name, browser, email } = await someoneWhoTrusts();
		const person = { id, username: name.value, email };
		const me = await signInAs(foyer, person, { browser, parameters: { prompt: 'login' } });
		const path = 'my-account/trusted-devices';
		const at = async (from: Browser) => {
			const { api } = withToken(foyer, me.tokens, from);
			return (await done(api('GET', path))).body as { id: string; isCurrent: boolean; expiresAt: number }[];
		};
		const [device, ...none] = await at(browser);
		expect(none).toEqual([]);
		expect(device).toMatchObject({ isCurrent: true, userAgent: 'node', country: null });
		expect((device?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(29 * dayMs);
		expect(await at(openBrowser(foyer.origin))).toMatchObject([{ id: device?.id, isCurrent: false }]);
		await change({ trustedDevice: { enabled: false } });
		expect(await at(browser)).toEqual([]);
		await change(trusting);

		const end = (who: Me, proof?: string) => who.api('DELETE', `${path}/${device?.id}`, undefined, proof);
		expectRefused(await end(me), 401, 'verification_record.permission_denied', { reason: 'missing' });
		// The app has no third code within a minute: the password shows who asks while no app does.
		await change({ mfa: { policy: 'NoPrompt', factors: ['WebAuthn'] } });
		const proof = await proveByPassword(me);
		const stranger = await openAccount(foyer, machine);
		expectRefused(await end(stranger, await proveByPassword(stranger)), 404, 'entity.not_found');
		await done(end(me, proof), 204);
		expectRefused(await end(me, proof), 404, 'entity.not_found');
		await change(trusting);
		expect(await at(browser)).toEqual([]);
		expect(await isSpared({ browser, name })).toBe(false);
		expect(await keysOf(id)).toContain('Account.TrustedDevice.Delete');
	});

	it('adds nothing to the account without a second factor', async () => {
		const { browser, name } = await someoneWhoTrusts();
		const journey = await open(browser, name);
		expect(codeOf(await journey.api('POST', 'verification/totp/secret'))).toBe(required);
	});

	it.each([
		['the days are over', () => foyer.advanceClock(30 * dayMs)],
		[
			'fewer days are allowed than it has been trusted',
			async () => {
				await foyer.advanceClock(3 * dayMs);
				await change({ trustedDevice: { enabled: true, durationDays: 2 } });
			}
		],
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

	/** How often a webhook has heard since that it asked for a factor. */
	async function watch(): Promise<() => Promise<number>> {
		const events = ['PostSignInAdaptiveMfaTriggered'];
		const hook = { name: 'Watch', events, config: { url: `${foyer.sandbox.url}/watch`, retries: 0 } };
		const { body } = await done(machine.api('POST', 'hooks', hook), 201);
		return async () => {
			const told = await machine.api('GET', `hooks/${(body as { id: string }).id}/recent-logs`);
			return (told.body as unknown[]).length;
		};
	}

	it('asks in a new browser, and not again in that one until long nobody came', async () => {
		const { name, secret, browser } = await someoneWithApp();
		const told = await watch();
		expect(await isSpared({ browser, name })).toBe(true);
		const other = openBrowser(foyer.origin);
		const journey = await open(other, name);
		expect(codeOf(await submit(journey))).toBe(required);
		expect(codeOf(await submit(journey))).toBe(required);
		await expect.poll(told).toBe(1);
		await done(showTotp(journey, totpCode(secret, 1)));
		await finish(journey);
		expect(await isSpared({ browser: other, name })).toBe(true);
		expect(await isSpared({ browser, name })).toBe(true);
		await foyer.advanceClock(31 * dayMs);
		expect(await isSpared({ browser, name })).toBe(false);
	});

	it('is told of again when somebody else begins in the same place', async () => {
		const members = [await someoneWithApp(), await someoneWithApp()] as const;
		const told = await watch();
		const journey = await open(openBrowser(foyer.origin), members[0].name);
		expect(codeOf(await submit(journey))).toBe(required);
		await done(journey.api('PUT', '', { interactionEvent: 'SignIn' }), 204);
		const checked = await tryPassword(journey, members[1].name, good);
		await done(journey.api('POST', 'identification', { verificationId: idOf(checked) }), 204);
		expect(codeOf(await submit(journey))).toBe(required);
		await expect.poll(told).toBe(2);
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
		const { id, name, email } = await someoneWithApp();
		const configs = `users/${id}/logto-configs`;
		const browser = openBrowser(foyer.origin);
		expect(await isSpared({ browser, name })).toBe(false);
		await done(machine.api('PATCH', configs, { mfa: { skipped: true } }));
		const changed = await done(machine.api('PATCH', configs, { mfa: { skipMfaOnSignIn: true } }));
		expect(changed.body).toEqual({ mfa: { enabled: false, skipped: true, skipMfaOnSignIn: true } });
		await expect.poll(() => subjectsTo(foyer, email)).toContainEqual(expect.stringMatching(/was turned off/));
		await done(machine.api('PATCH', configs, { mfa: { skipMfaOnSignIn: false } }));
		await expect.poll(() => subjectsTo(foyer, email)).toContainEqual(expect.stringMatching(/was turned on/));
		await done(machine.api('PATCH', configs, { mfa: { skipMfaOnSignIn: true } }));
		expect((await done(machine.api('GET', configs))).body).toEqual(changed.body);
		expect(await isSpared({ browser, name })).toBe(true);
		await change({ mfa: { policy: 'Mandatory', factors: ['Totp'] } });
		expect(await isSpared({ browser, name })).toBe(false);
	});
});
