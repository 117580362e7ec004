// What counts as a failed attempt, and what does not. How failures add up: tests/security/lockout-keying.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noProvider, openTestServices, standingAt } from '../../../../tests/support/test-services.ts';
import { refuse } from '../../contract/result.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { createPasswords } from '../passwords/passwords.ts';
import { networkOf } from '../core/rules/network.ts';
import { firstProofs, targetKey, withAttempt, type Proof } from './attempts.ts';
import { createBackground } from './background.ts';
import { checkCode } from './check-code.ts';
import { checkPassword } from './check-password.ts';
import { checkToken } from './check-token.ts';
import { createOneTimeToken } from './one-time-tokens.ts';
import type { Caller, MachineCaller, Services } from './ports.ts';
import type { Attempted } from './record-refusal.ts';
import { sendCode } from './send-code.ts';
import { startInteraction } from './start-interaction.ts';
import { unlockUser } from './unlock-user.ts';

const caller: Caller = { requestId: 'r', ip: '192.0.2.1', userAgent: '', locale: 'en', interactionId: 'interaction' };
const ada = { type: 'email', value: 'ada@example.com' } as const;
const method = { password: true, verificationCode: true, isPasswordPrimary: true };
const rule = { threshold: 1000, firstWait: 30, longestWait: 3600 };

let parts: Awaited<ReturnType<typeof openTestServices>>;
let services: Services;
let now: number;
let code: string;
beforeEach(async () => {
	now = standingAt;
	parts = await openTestServices();
	services = {
		...parts.services,
		clock: { now: () => now },
		settings: async () => ({ ...defaultSettings, signIn: { methods: [{ identifier: 'email', ...method }] } }),
		passwords: createPasswords({ concurrency: 1, queueLimit: 0 }),
		messenger: {
			whyNot: async () => undefined,
			bindsCodes: async () => false,
			send: async (_, message) => ((code = message.code), { ok: true, vendorId: 'sent' }),
			pausedFor: () => undefined,
			notify: async () => ({ ok: true, vendorId: 'sent' })
		},
		background: createBackground({ info: () => {}, warn: () => {}, error: () => {} }),
		oidc: noProvider,
		log: { info: () => {}, warn: () => {}, error: () => {} }
	};
	await services.store.users.insert({
		id: 'ada',
		primaryEmail: ada.value,
		profile: {},
		customData: {},
		isSuspended: false,
		createdAt: now,
		updatedAt: now
	});
	await services.store.oidc.upsertInteraction('interaction', 'shop', {}, now + 3_600_000);
	await startInteraction(services, caller, 'SignIn');
});
afterEach(() => parts.close());

/** What has been counted so far: one more attempt says so. */
async function countedAt(key: string): Promise<number> {
	const taken = await services.store.lockouts.take([{ key, rule }], now);
	if (!taken.ok) throw new Error('locked');
	await services.store.lockouts.giveBack(taken.taken);
	return (taken.taken[0]?.failures ?? 0) - 1;
}
const counted = async (proof: Proof) => ({
	account: await countedAt(targetKey(services, { userId: 'ada' }, proof)),
	network: await countedAt(`fail:network:${networkOf(caller.ip)}`)
});

async function send(): Promise<string> {
	const sent = await sendCode(services, caller, { identifier: ada });
	if (!sent.ok) throw new Error(sent.problem.code);
	return sent.value.verificationId;
}
const offer = (verificationId: string, typed: string) =>
	checkCode(services, caller, { identifier: ada, verificationId, code: typed });

describe('a code', () => {
	it('counts when it is wrong', async () => {
		await offer(await send(), 'wrong');
		expect(await counted('code')).toEqual({ account: 1, network: 1 });
	});

	it('does not count when it came too late', async () => {
		const id = await send();
		now += 301_000;
		expect(await offer(id, code)).toMatchObject({ problem: { code: 'verification_code.expired' } });
		expect(await counted('code')).toEqual({ account: 0, network: 0 });
	});

	it('does not count when it was used before, by a second press for instance', async () => {
		const id = await send();
		expect((await offer(id, code)).ok).toBe(true);
		expect(await offer(id, code)).toMatchObject({ problem: { code: 'verification_code.not_found' } });
		expect(await counted('code')).toEqual({ account: 0, network: 0 });
	});

	it('counts no more once the code has no guesses left', async () => {
		const id = await send();
		for (let guess = 0; guess < 8; guess++) await offer(id, 'wrong');
		expect(await counted('code')).toEqual({ account: 5, network: 5 });
	});
});

describe('a password', () => {
	it('does not count where nobody had the time to look at it', async () => {
		const guess = () => checkPassword(services, caller, { identifier: ada, password: 'wrong' });
		const answers = await Promise.all([guess(), guess(), guess()]);
		const codes = answers.map((answer) => (answer.ok ? 'right' : answer.problem.code)).sort();
		expect(codes).toEqual(['server.unavailable', 'server.unavailable', 'session.invalid_credentials']);
		expect(await counted('password')).toEqual({ account: 1, network: 1 });
	});
});

describe('a password for a name that nobody has', () => {
	it('costs what the password of a member costs', async () => {
		const digest = { algorithm: 'Bcrypt', digest: '$2b$12$imported' } as const;
		const member = { id: 'eve', profile: {}, customData: {}, isSuspended: false, createdAt: now, updatedAt: now };
		await services.store.users.insert(member, digest);
		let cost: unknown;
		services.passwords = {
			...services.passwords,
			verifyNobody: async (_, like) => ((cost = like), { ok: true, value: { matches: false } })
		};
		const stranger = { type: 'email', value: 'nobody@example.com' } as const;
		await checkPassword(services, caller, { identifier: stranger, password: 'wrong' });
		expect(cost).toEqual(digest);
	});
});

describe('a one-time token', () => {
	const machine: MachineCaller = { ...caller, applicationId: 'backoffice' };
	const present = (token: string) => checkToken(services, caller, { identifier: ada, token });

	it('counts against the network alone, when nobody made it', async () => {
		await present('made-up');
		for (const proof of ['password', 'code'] as const) {
			expect(await counted(proof)).toEqual({ account: 0, network: 1 });
		}
	});

	it('does not count for each journey that it is tried with', async () => {
		const context = { interactionEvent: 'ForgotPassword' as const };
		const made = await createOneTimeToken(services, machine, { email: ada.value, expiresIn: 600, context });
		const token = made.ok ? made.value.token : '';
		expect(await present(token)).toMatchObject({ problem: { code: 'one_time_token.interaction_event_mismatch' } });
		await startInteraction(services, caller, 'ForgotPassword');
		expect((await present(token)).ok).toBe(true);
		expect(await counted('password')).toEqual({ account: 0, network: 0 });
	});
});

describe('somebody who is let try again', () => {
	it('may send codes to new addresses, too', async () => {
		const counted = [...firstProofs, 'factor' as const].map((proof) => targetKey(services, { userId: 'ada' }, proof));
		const keys = [...counted, 'send:account:ada'];
		await services.store.lockouts.take(
			keys.map((key) => ({ key, rule })),
			now
		);
		expect(await Promise.all(keys.map(countedAt))).toEqual([1, 1, 1, 1, 1]);
		await unlockUser(services, 'ada');
		expect(await Promise.all(keys.map(countedAt))).toEqual([0, 0, 0, 0, 0]);
	});
});

describe('an attempt that breaks off', () => {
	const guess = { proof: 'password', target: { userId: 'ada' } } as const;
	const attempted = async (): Promise<Attempted> => ({
		interaction: (await services.store.interactions.find('interaction'))!,
		key: 'Interaction.SignIn.Verification.Password.Submit'
	});

	it('does not count', async () => {
		const broken = withAttempt(services, caller, await attempted(), guess, () => Promise.reject(new Error('away')));
		await expect(broken).rejects.toThrow('away');
		expect(await counted('password')).toEqual({ account: 0, network: 0 });
	});

	it('forgets nothing that was counted before', async () => {
		const wrong = { verdict: 'wrong', answer: refuse('session.invalid_credentials') } as const;
		await withAttempt(services, caller, await attempted(), guess, async () => wrong);
		await withAttempt(services, caller, await attempted(), guess, async () => ({ ...wrong, verdict: 'unexamined' }));
		expect(await counted('password')).toEqual({ account: 1, network: 1 });
	});
});
