// Contract §3.5, the order: everything is wrong at first and is mended one thing a row, so each row's check comes before
// those of the rows below it. The numbers are the contract's. Its 4 is decided after all of them, by the unique index; 6
// asks for nothing here, and at 7 a factor that was switched off counts for nothing (`factors/required.test.ts`).
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import { backupCodes, factor, totp, totpProof } from '../../../../../tests/support/factor-situations.ts';
import {
	ada,
	digest,
	interactionWith,
	method,
	now,
	open,
	password,
	phone,
	phoneCode
} from '../../../../../tests/support/interaction-states.ts';
import type { Factor } from '../factor.ts';
import type { User } from '../user.ts';
import type { Interaction } from './state.ts';
import { transition } from './transition.ts';

type Part = { state?: Partial<Interaction>; user?: Partial<User>; factors?: Factor[]; policy?: Partial<Settings> };
/** What is wrong, what submit answers while it is, and what mends it. */
type Check = [wrong: string, code: string, mended: Part, data?: object];

const together = (parts: Part[]): Part =>
	parts.reduce((sum, part) => ({
		state: { ...sum.state, ...part.state },
		user: { ...sum.user, ...part.user },
		factors: part.factors ?? sum.factors,
		policy: { ...sum.policy, ...part.policy }
	}));

function submit(parts: Part[]) {
	const { state = {}, user, factors = [], policy } = together(parts);
	const person = state.event === 'Register' ? undefined : { ...ada, ...user };
	const event = { type: 'submitted', user: person, factors, redirectTo: '/next', at: now } as const;
	return transition(interactionWith(state), event, { ...open, ...policy });
}

const captchaPolicy = { enabled: true };
const captcha = { proven: { identifier: phone } };
const mfa = { policy: 'Mandatory', factors: ['Totp', 'BackupCode'] } satisfies Settings['mfa'];
const changed = { updatedAt: now - 1, isExpired: true };
const proof = { ...password, passwordUpdatedAt: changed.updatedAt } as typeof password;

const signIn: [worst: Part, Check[]] = [
	{
		state: { event: 'SignIn', verifications: [password] },
		user: { isSuspended: true, password: changed },
		factors: [factor('Totp')],
		policy: {
			signInMode: 'Register',
			captchaPolicy,
			mfa,
			signIn: { methods: [method('phone', false, true)] },
			signUp: { identifiers: ['username'], password: true, verify: false },
			passwordExpiration: { enabled: true }
		}
	},
	[
		['the mode was closed', 'auth.forbidden', { policy: { signInMode: 'SignIn' } }],
		['1: no proof of work', 'session.captcha_required', { state: { captcha } }],
		['2: nobody is identified', 'session.identifier_not_found', { state: { userId: 'ada' } }],
		['the account is suspended', 'user.suspended', { user: { isSuspended: false } }],
		['no proof holds any more', 'session.verification_failed', { state: { verifications: [proof] } }],
		[
			'the method was turned off',
			'user.sign_in_method_not_enabled',
			{ policy: { signIn: { methods: [method('phone', true, false)] } } }
		],
		['the password has expired', 'password.expired', { user: { password: { ...changed, isExpired: false } } }],
		[
			'3: the second factor was not shown',
			'session.mfa.require_mfa_verification',
			{ state: { factorRecords: [totpProof] } },
			{ availableFactors: ['Totp'], maskedIdentifiers: {} }
		],
		['5: a name is missing', 'user.missing_profile', { user: { username: 'ada' } }, { missingProfile: ['username'] }],
		['8: backup codes are missing', 'session.mfa.backup_code_required', { state: { factors: backupCodes } }]
	]
];

const register: [worst: Part, Check[]] = [
	{
		state: { event: 'Register', profile: { primaryPhone: phone.value }, verifications: [phoneCode()] },
		policy: {
			signInMode: 'SignIn',
			captchaPolicy,
			mfa,
			signUp: { identifiers: [], password: true, verify: true }
		}
	},
	[
		['the mode was closed', 'auth.forbidden', { policy: { signInMode: 'SignInAndRegister' } }],
		['1: no proof of work', 'session.captcha_required', { state: { captcha } }],
		['2: nobody is identified', 'session.identifier_not_found', { state: { newUserId: 'new' } }],
		[
			'5: a password is missing',
			'user.missing_profile',
			{ state: { profile: { primaryPhone: phone.value, passwordDigest: digest } } },
			{ missingProfile: ['password'] }
		],
		[
			'the method was turned off',
			'user.sign_up_method_not_enabled',
			{ policy: { signUp: { identifiers: ['phone'], password: true, verify: true } } }
		],
		['8: no second factor is set up', 'user.missing_mfa', { state: { factors: totp } }, { availableFactors: ['Totp'] }],
		[
			'8: backup codes are missing',
			'session.mfa.backup_code_required',
			{ state: { factors: { ...totp, ...backupCodes } } }
		]
	]
];

const recovery: [worst: Part, Check[]] = [
	{
		state: { event: 'ForgotPassword', verifications: [phoneCode({ sentAt: now - 2 })] },
		user: { isSuspended: true, password: changed },
		// The mode closes no recovery.
		policy: { signInMode: 'Register', captchaPolicy, forgotPasswordMethods: ['EmailVerificationCode'] }
	},
	[
		['1: no proof of work', 'session.captcha_required', { state: { captcha } }],
		['2: nobody is identified', 'session.identifier_not_found', { state: { userId: 'ada' } }],
		['the account is suspended', 'user.suspended', { user: { isSuspended: false } }],
		['F: no new password', 'user.new_password_required_in_profile', { state: { profile: { passwordDigest: digest } } }],
		['no proof holds any more', 'session.verification_failed', { state: { verifications: [phoneCode()] } }],
		[
			'the method was turned off',
			'session.not_supported_for_forgot_password',
			{ policy: { forgotPasswordMethods: ['PhoneVerificationCode'] } }
		]
	]
];

describe.each([
	['at sign-in', signIn],
	['at registration', register],
	['at recovery', recovery]
] as const)('submit %s says first that', (_event, [worst, checks]) => {
	const mended = checks.map(([, , repair]) => repair);

	it.each(checks.map(([wrong, code, , data], index) => [wrong, code, data, index] as const))(
		'%s: %s',
		(_wrong, code, data, index) => {
			const { problem } = submit([worst, ...mended.slice(0, index)]);
			expect(problem).toMatchObject(data ? { code, data } : { code });
		}
	);

	it('nothing is wrong when all of it is mended', () => {
		expect(submit([worst, ...mended]).problem).toBeUndefined();
	});
});
