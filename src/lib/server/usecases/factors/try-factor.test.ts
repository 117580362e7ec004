// What a try at a second factor takes: nothing where the answer is no whatever was typed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from '../../../../../tests/support/authenticator-app.ts';
import { createSoftPasskey } from '../../../../../tests/support/soft-passkey.ts';
import { openTestServices, standingAt } from '../../../../../tests/support/test-services.ts';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { targetKey } from '../attempts.ts';
import type { Caller, Services } from '../ports.ts';
import { backupCodeDigest } from './backup-code-text.ts';
import { checkBackupCode } from './check-backup-code.ts';
import { checkFactorCode } from './check-factor-code.ts';
import { checkPasskey } from './check-passkey.ts';
import { checkTotp } from './check-totp.ts';
import { factorCodeDigest } from './factor-code-digest.ts';
import { totpPlace } from './totp-place.ts';

const caller: Caller = { requestId: 'r', ip: '192.0.2.1', userAgent: '', locale: 'en', interactionId: 'interaction' };
const backupCode = '0123-4567-89ab-cdef';
const challenge = 'Y2hhbGxlbmdl';
const number = { type: 'phone', value: '8613800138000' } as const;
const everyFactor: Settings['mfa']['factors'] = ['Totp', 'WebAuthn', 'BackupCode', 'PhoneVerificationCode'];
const rule = { threshold: 1000, firstWait: 30, longestWait: 3600 };
const origin = 'http://localhost:3001';

let parts: Awaited<ReturnType<typeof openTestServices>>;
let services: Services;
let factors: Settings['mfa']['factors'];
let secret: string;
const passkey = createSoftPasskey(origin);

beforeEach(async () => {
	parts = await openTestServices();
	factors = everyFactor;
	services = {
		...(parts.services as Services),
		settings: async () => ({ ...defaultSettings, mfa: { policy: 'NoPrompt', factors } })
	};
	const { store, totp, passkeys, hasher } = services;
	const ada = { id: 'ada', primaryPhone: number.value, profile: {}, customData: {}, isSuspended: false };
	await store.users.insert({ ...ada, createdAt: standingAt, updatedAt: standingAt });
	secret = totp.generateSecret();
	const sealedSecret = await store.vault.seal(totpPlace('ada'), secret);
	const credential = await passkeys.readRegistration(passkey.register({ challenge, counter: 0 }), challenge);
	if (!credential) throw new Error('no passkey');
	const digests = [backupCodeDigest(hasher, 'ada', backupCode)];
	const kept = await store.factors.keep(
		'ada',
		[
			{ id: 'app', type: 'Totp', sealedSecret, lastStep: 0 },
			{ id: 'passkey', type: 'WebAuthn', ...credential },
			{ id: 'codes', type: 'BackupCode', digests, replaces: false }
		],
		standingAt
	);
	expect(kept).toEqual({ ok: true });
	await store.oidc.upsertInteraction('interaction', 'shop', {}, standingAt + 3_600_000);
	await reach('SignIn');
});
afterEach(() => parts.close());

/** The first proof was shown, the passkey asked for, and a code sent. */
async function reach(event: 'SignIn' | 'ForgotPassword'): Promise<void> {
	const before = await services.store.interactions.find('interaction');
	if (!before) throw new Error('no interaction');
	const asked = { id: 'asked', type: 'WebAuthn', userId: 'ada', verified: false, ceremony: 'authentication' } as const;
	const expiresAt = standingAt + 60_000;
	const sent = { id: 'sent', type: 'MfaPhoneVerificationCode', userId: 'ada', verified: false } as const;
	const factorRecords = [
		{ ...asked, challenge, expiresAt },
		{ ...sent, identifier: number, sentAt: standingAt, expiresAt }
	];
	const digest = factorCodeDigest(services.hasher, 'interaction', number, '123456');
	const issued = { id: 'sent', interactionId: 'interaction', purpose: sent.type, digest };
	await services.store.secrets.issue({ ...issued, maxAttempts: 10, createdAt: standingAt, expiresAt });
	const state: Interaction = { ...before, event, userId: 'ada', verifications: [], factorRecords };
	expect(await services.store.interactions.replace(before, state)).toBe(true);
}

const account = () => targetKey(services, { userId: 'ada' }, 'factor');
const failAt = (key: string) => services.store.lockouts.take([{ key, rule }], standingAt);
async function countedAt(key: string): Promise<number> {
	const taken = await failAt(key);
	if (!taken.ok) throw new Error('locked');
	await services.store.lockouts.giveBack(taken.taken);
	return (taken.taken[0]?.failures ?? 0) - 1;
}

const tries = {
	Totp: (isRight: boolean) => {
		const code = totpCode(secret, 0, standingAt);
		const wrong = code === '000000' ? '000001' : '000000';
		return checkTotp(services, caller, { code: isRight ? code : wrong });
	},
	BackupCode: (isRight: boolean) => checkBackupCode(services, caller, isRight ? backupCode : '0000-0000-0000-0000'),
	WebAuthn: (isRight: boolean) => {
		const payload = passkey.assert({ challenge: isRight ? challenge : 'b3RoZXI', counter: 7 });
		return checkPasskey(services, caller, { verificationId: 'asked', payload }, 'authentication');
	},
	PhoneVerificationCode: (isRight: boolean) => {
		const code = isRight ? '123456' : '654321';
		return checkFactorCode(services, caller, { identifierType: 'phone', verificationId: 'sent', code });
	}
};

describe.each(['Totp', 'BackupCode', 'WebAuthn', 'PhoneVerificationCode'] as const)('%s', (type) => {
	it('counts when it is wrong', async () => {
		expect(await tries[type](false)).toMatchObject({ ok: false });
		expect(await countedAt(account())).toBe(1);
	});

	it.each([
		['it is switched off', 'session.mfa.mfa_factor_not_enabled'],
		['a password is being recovered', 'session.not_supported_for_forgot_password']
	])('is neither used up nor a reason to forget failures where %s', async (_, code) => {
		const isSwitchedOff = code.startsWith('session.mfa');
		if (isSwitchedOff) factors = [];
		else await reach('ForgotPassword');
		await failAt(account());
		await failAt('fail:network:192.0.2.1');
		for (const isRight of [false, true]) {
			expect(await tries[type](isRight)).toMatchObject({ ok: false, problem: { code } });
			expect(await countedAt(account())).toBe(1);
			expect(await countedAt('fail:network:192.0.2.1')).toBe(1);
		}
		const entries = await services.store.audit.list({ limit: 10, offset: 0 });
		expect(entries.filter(({ error }) => error === code)).toHaveLength(2);

		factors = everyFactor;
		if (!isSwitchedOff) await reach('SignIn');
		expect(await tries[type](true)).toMatchObject({ ok: true });
		expect(await countedAt(account())).toBe(0);
	});
});
