import { describe, expect, it } from 'vitest';
import { settings as schema, type Settings } from '../../../contract/settings.ts';
import type { Factor } from '../factor.ts';
import type { User } from '../user.ts';
import { proofMethods, whyNotReauthenticated } from './reauthentication.ts';
import type { AccountVerification } from './verification.ts';

const at = 1_000_000;
const user: User = {
	id: 'ada',
	username: 'ada',
	primaryEmail: 'ada@example.com',
	profile: {},
	customData: {},
	isSuspended: false,
	password: { updatedAt: 1, isExpired: false },
	createdAt: 1,
	updatedAt: 1
};
const app: Factor = { id: 'app', type: 'Totp', createdAt: 1 };
const codes: Factor = { id: 'codes', type: 'BackupCode', remaining: 1, createdAt: 1 };
const withFactors = (...factors: Settings['mfa']['factors']) => schema.parse({ mfa: { policy: 'NoPrompt', factors } });
const passwordOnly = schema.parse({
	signIn: { methods: [{ identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true }] },
	forgotPasswordMethods: []
});
const expiring = { ...passwordOnly, passwordExpiration: { enabled: true, validPeriodDays: 90 } };

describe('what shows who asks', () => {
	it.each([
		[
			'a device before all else, and what stands in for it',
			user,
			[app, codes],
			withFactors('Totp', 'BackupCode'),
			['Totp', 'BackupCode']
		],
		['no backup code that the settings do not have', user, [app, codes], withFactors('Totp'), ['Totp']],
		[
			'nothing of a factor that is switched off',
			user,
			[app],
			withFactors('WebAuthn'),
			['Password', 'EmailVerificationCode']
		],
		[
			'a code that is a second factor before the password',
			user,
			[],
			withFactors('EmailVerificationCode'),
			['EmailVerificationCode']
		],
		['a password alone where a code could not replace it', user, [], passwordOnly, ['Password']],
		[
			'a code where there is no password',
			{ ...user, password: undefined },
			[],
			passwordOnly,
			['EmailVerificationCode']
		],
		[
			'no address that nobody has shown to be theirs',
			{ ...user, password: undefined, unproven: ['email' as const] },
			[],
			passwordOnly,
			[]
		],
		['no password that has expired', { ...user, password: { updatedAt: 1, isExpired: true } }, [], expiring, []],
		[
			'the factor, whatever its owner spares themselves at sign-in',
			{ ...user, factorChoices: { enabled: false } },
			[app],
			withFactors('Totp'),
			['Totp']
		]
	])('is %s', (_what, owner, factors, settings, methods) => {
		expect(proofMethods({ user: owner, factors }, settings, at)).toEqual(methods);
	});
});

describe('a proof', () => {
	const settings = schema.parse({});
	const proof: AccountVerification = {
		id: 'proof',
		userId: 'ada',
		purpose: 'reauthentication',
		type: 'Password',
		verifiedAt: at,
		createdAt: at,
		expiresAt: at + 600_000
	};
	const judge = (record: AccountVerification | undefined, owner = user, factors: Factor[] = [], later = 1) =>
		whyNotReauthenticated(record, { user: owner, factors }, { settings, at: at + later, isNamed: true });

	it('counts until ten minutes are over', () => {
		expect(judge(proof, user, [], 599_999)).toBeUndefined();
		expect(judge(proof, user, [], 600_000)).toBe('expired');
		expect(judge(undefined)).toBe('expired');
	});

	it.each([
		['waits for its code', { verifiedAt: undefined }, 'missing'],
		['is of a new address', { purpose: 'new-identifier' as const, type: 'EmailVerificationCode' as const }, 'missing'],
		[
			'went to an address that was changed',
			{ type: 'EmailVerificationCode' as const, identifier: 'old@example.com' },
			'expired'
		],
		['is of a factor that is gone', { type: 'Totp' as const, factorId: 'gone' }, 'expired']
	])('shows nobody when it %s', (_what, changes, reason) => {
		expect(judge({ ...proof, ...changes })).toBe(reason);
	});

	it('ends with the password that it is older than', () => {
		expect(judge(proof, { ...user, password: { updatedAt: at, isExpired: false } })).toBe('expired');
	});

	it('is too weak once there is a second factor', () => {
		const mfa = withFactors('Totp');
		const asked = { settings: mfa, at: at + 1, isNamed: true };
		expect(whyNotReauthenticated(proof, { user, factors: [app] }, asked)).toBe('weak');
	});
});
