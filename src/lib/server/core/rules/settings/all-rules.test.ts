import { describe, expect, it } from 'vitest';
import { presets } from '../../../../../../tests/support/presets.ts';
import { statusOf } from '../../../../contract/problems.ts';
import { settings as schema, type Settings } from '../../../../contract/settings.ts';
import { settingsRules } from './all-rules.ts';
import { findFlaws, newFlaws, type Facts } from './rule.ts';

const both = { sms: true, email: true };
const noMail = { sms: true, email: false };
const noSms = { sms: false, email: true };

type Changes = Record<string, unknown>;
function flaws(changes: Changes, facts: Partial<Facts> = {}) {
	const settings = schema.parse(changes);
	return findFlaws(settingsRules, settings, { channels: both, changed: new Set(Object.keys(changes)), ...facts });
}

type Method = Settings['signIn']['methods'][number];
const method = (identifier: Method['identifier'], ways: Partial<Method>) => ({
	identifier,
	password: false,
	verificationCode: false,
	isPasswordPrimary: false,
	...ways
});
const signIn = (...methods: Method[]) => ({ signIn: { methods } });
const signUp = (values: Changes) => ({ signUp: { identifiers: ['phone'], password: false, verify: true, ...values } });
const byName = method('username', { password: true });
const byPhone = method('phone', { verificationCode: true });
const byMail = method('email', { verificationCode: true });
const mfa = (factors: string[], policy = 'Mandatory') => ({ mfa: { factors, policy } });
const field = (values: Changes) => ({ customProfileFields: [{ name: 'x', type: 'Text', required: false, ...values }] });
const part = { name: 'country', enabled: true, required: false };

type Case = [situation: string, changes: Changes, status: number, code: string, data?: Changes, facts?: Partial<Facts>];
const sie = (code: string) => `sign_in_experiences.${code}`;
const fields = (code: string) => `custom_profile_fields.${code}`;
const invalid = 'guard.invalid_input';

const contract: Case[] = [
	[
		'second identifiers without a first one',
		signUp({ identifiers: [], secondaryIdentifiers: [{ identifier: 'email', verify: true }] }),
		400,
		sie('missing_sign_up_identifiers')
	],
	['an identifier twice', signUp({ identifiers: ['phone', 'phone'] }), 400, sie('duplicated_sign_up_identifiers')],
	[
		'an identifier first and second',
		signUp({ secondaryIdentifiers: [{ identifier: 'phone', verify: true }] }),
		400,
		sie('duplicated_sign_up_identifiers')
	],
	[
		'emailOrPhone beside phone',
		signUp({ secondaryIdentifiers: [{ identifier: 'emailOrPhone', verify: true }] }),
		400,
		sie('duplicated_sign_up_identifiers')
	],
	['a phone that is not verified', signUp({ verify: false }), 400, sie('passwordless_requires_verify')],
	[
		'a second email that is not verified',
		signUp({ secondaryIdentifiers: [{ identifier: 'email' }] }),
		400,
		sie('passwordless_requires_verify')
	],
	[
		'sign-up by phone without a connector for text messages',
		{ ...presets.phoneCode, ...signIn(byMail) },
		400,
		sie('enabled_connector_not_found'),
		{ field: 'signUp.identifiers', type: 'Sms' },
		{ channels: noSms }
	],
	[
		'a second email without a connector for mail',
		{ ...signIn(byPhone), ...signUp({ secondaryIdentifiers: [{ identifier: 'email', verify: true }] }) },
		400,
		sie('enabled_connector_not_found'),
		{ field: 'signUp.secondaryIdentifiers', type: 'Email' },
		{ channels: noMail }
	],
	[
		'emailOrPhone with one connector of the two',
		presets.usernameWithVerifiedContact,
		400,
		sie('enabled_connector_not_found'),
		{ field: 'signUp.secondaryIdentifiers', type: 'Email' },
		{ channels: noMail }
	],
	[
		'sign-in by a code that no connector delivers',
		{ ...presets.phoneCode, ...signIn(byPhone, byMail) },
		400,
		sie('enabled_connector_not_found'),
		{ field: 'signIn.methods', type: 'Email' },
		{ channels: noMail }
	],
	['a method with no factor', signIn(byPhone, method('email', {})), 400, sie('at_least_one_authentication_factor')],
	[
		'sign-up without a password beside a method without a code',
		signIn(byPhone, method('email', { password: true })),
		400,
		sie('code_sign_in_must_be_enabled')
	],
	[
		'email codes as second factor, then for sign-in',
		{ ...mfa(['EmailVerificationCode']), ...signIn(byMail) },
		400,
		sie('email_verification_code_cannot_be_used_for_sign_in'),
		{ field: 'signIn.methods' },
		{ changed: new Set(['signIn']) }
	],
	[
		'email codes for sign-in, then as second factor',
		{ ...signIn(byMail), ...mfa(['EmailVerificationCode']) },
		400,
		sie('email_verification_code_cannot_be_used_for_mfa'),
		{ field: 'mfa.factors' }
	],
	[
		'text messages as second factor, then for sign-in',
		{ ...mfa(['PhoneVerificationCode']), ...signIn(byPhone) },
		400,
		sie('phone_verification_code_cannot_be_used_for_sign_in'),
		{ field: 'signIn.methods' },
		{ changed: new Set(['signIn']) }
	],
	[
		'text messages for sign-in, then as second factor',
		mfa(['PhoneVerificationCode']),
		400,
		sie('phone_verification_code_cannot_be_used_for_mfa')
	],
	['a second factor twice', mfa(['Totp', 'Totp']), 400, sie('duplicated_mfa_factors')],
	['backup codes alone', mfa(['BackupCode']), 400, sie('backup_code_cannot_be_enabled_alone')],
	['adaptive MFA without a factor', { adaptiveMfa: { enabled: true } }, 422, sie('adaptive_mfa_requires_mfa')],
	[
		'adaptive MFA that can be skipped',
		{ adaptiveMfa: { enabled: true }, ...mfa(['Totp'], 'UserControlled') },
		422,
		sie('adaptive_mfa_requires_non_skippable_policy')
	],
	[
		'the policy of adaptive MFA without it',
		mfa(['Totp'], 'PromptOnlyAtSignInMandatory'),
		422,
		sie('non_adaptive_mfa_requires_skippable_policy')
	],
	[
		'a fallback language that pages do not speak',
		{ languageInfo: { autoDetect: true, fallbackLanguage: 'xx' } },
		400,
		sie('unsupported_default_language'),
		{ language: 'xx' }
	],
	[
		'recovery by a code that no connector delivers',
		{ ...presets.phoneCodeWithPassword, forgotPasswordMethods: ['PhoneVerificationCode', 'EmailVerificationCode'] },
		400,
		sie('forgot_password_method_requires_connector'),
		{ method: 'EmailVerificationCode' },
		{ channels: noMail }
	],
	[
		'passwords that expire where none can be set anew',
		{
			...presets.usernamePassword,
			forgotPasswordMethods: [],
			passwordExpiration: { enabled: true, validPeriodDays: 90 }
		},
		422,
		sie('password_expiration_requires_forgot_password')
	],
	[
		'passwords that expire after no day',
		{ passwordExpiration: { enabled: false, validPeriodDays: 0 } },
		422,
		sie('password_expiration_invalid_period_days')
	],
	[
		'passwords that expire after nobody knows how long',
		{ ...presets.emailPassword, passwordExpiration: { enabled: true } },
		422,
		sie('password_expiration_invalid_period_days')
	],
	[
		'usernames that differ in case only',
		{ usernamePolicy: { caseSensitive: false } },
		409,
		sie('username_policy_case_conflicts_exist'),
		{ totalConflicts: 1, samples: ['ada'] },
		{ usernameConflicts: { totalConflicts: 1, samples: ['ada'] } }
	],
	[
		'an entry of the blocklist that is no address',
		{ emailBlocklistPolicy: { customBlocklist: ['@example.com', 'example'], customAllowlist: ['*'] } },
		400,
		sie('invalid_custom_email_blocklist_format'),
		{ items: ['*', 'example'] }
	],
	[
		'social targets, which Logto would drop in silence',
		{ socialSignInConnectorTargets: ['github'] },
		422,
		'request.feature_not_supported'
	]
];

const ours: Case[] = [
	['no way to sign in', signIn(), 400, invalid, { field: 'signIn.methods' }],
	['no way to sign up', signUp({ identifiers: [] }), 400, invalid, { field: 'signUp.identifiers' }],
	['an identifier with two methods', signIn(byPhone, byPhone), 400, invalid, { field: 'signIn.methods' }],
	['a code for a username', signIn(method('username', { verificationCode: true })), 400, invalid],
	[
		'a password at sign-up that no method takes',
		signUp({ password: true }),
		400,
		sie('password_sign_in_must_be_enabled')
	],
	[
		'people who sign up with what signs nobody in',
		{ ...signUp({ identifiers: ['email', 'phone'] }), ...signIn(byPhone) },
		400,
		sie('miss_sign_up_identifier_in_sign_in')
	],
	[
		'a username without a password to go with it',
		{ ...signUp({ identifiers: ['username'], verify: false }), ...signIn(byName) },
		400,
		sie('miss_sign_up_identifier_in_sign_in')
	],
	[
		'names that cannot be',
		{ usernamePolicy: { minLength: 9, maxLength: 8 } },
		400,
		invalid,
		{ field: 'usernamePolicy' }
	],
	[
		'names that cannot begin',
		{ usernamePolicy: { caseSensitive: false, allowedChars: { lowercase: false, underscore: false } } },
		400,
		invalid
	],
	['a stop before the waits', { lockoutPolicy: { perUser: { threshold: 20, hardStop: 10 } } }, 400, invalid],
	['a first country that gets no codes', { defaultCountry: 'US', allowedCountries: ['CN', 'HK'] }, 400, invalid],
	['waits that shrink', { lockoutPolicy: { firstWait: 60, longestWait: 30 } }, 400, invalid],
	[
		'a field twice',
		{ customProfileFields: [field({}), field({})].flatMap((f) => f.customProfileFields) },
		400,
		fields('name_exists'),
		{ name: 'x' }
	],
	['a field for an identifier', field({ name: 'primaryEmail' }), 400, fields('conflicted_sign_in_identifier')],
	[
		'a field for the preferred username',
		field({ name: 'preferredUsername' }),
		400,
		fields('conflicted_built_in_profile_key')
	],
	['an address that is text', field({ name: 'address' }), 400, fields('conflicted_built_in_profile_key')],
	[
		'a birthday that is a number',
		field({ name: 'birthdate', type: 'Number' }),
		400,
		fields('conflicted_built_in_profile_key')
	],
	['a field of the system', field({ name: 'constructor' }), 400, fields('conflicted_custom_data_key')],
	[
		'a text longer than its limit',
		field({ config: { minLength: 9, maxLength: 8 } }),
		400,
		fields('invalid_min_max_input')
	],
	[
		'an option twice',
		field({ type: 'Select', config: { options: [{ value: 'a' }, { value: 'a' }] } }),
		400,
		fields('invalid_options')
	],
	[
		'a pattern that takes for ever',
		field({ type: 'Regex', config: { format: '^(a+)+$' } }),
		400,
		fields('invalid_regex_format')
	],
	[
		'an address without a part',
		field({ name: 'address', type: 'Address', config: { parts: [{ ...part, enabled: false }] } }),
		400,
		fields('invalid_address_components')
	],
	[
		'a name with a part twice',
		field({
			name: 'fullname',
			type: 'Fullname',
			config: {
				parts: [
					{ ...part, name: 'givenName' },
					{ ...part, name: 'givenName' }
				]
			}
		}),
		400,
		fields('invalid_fullname_components')
	],
	[
		'a field that the catalogue lacks',
		{ signUpProfileFields: [{ name: 'y' }] },
		400,
		fields('entity_not_exists_with_names'),
		{ names: ['y'] }
	],
	[
		'a logo of another host',
		{ branding: { logoUrl: 'https://cdn.example/logo.svg' } },
		422,
		'request.feature_not_supported',
		{ field: 'branding.logoUrl', flaw: 'foreign_picture' }
	],
	['single sign-on', { singleSignOnEnabled: true }, 422, 'request.feature_not_supported'],
	['passkeys that nobody can set up', { passkeySignIn: { enabled: true } }, 422, 'request.feature_not_supported'],
	[
		'Logto’s lockout',
		{ sentinelPolicy: { maxAttempts: 5 } },
		422,
		'request.feature_not_supported',
		{ field: 'sentinelPolicy' }
	],
	[
		'a style sheet that loads from elsewhere',
		{ customCss: '@import url(//x.example);' },
		400,
		'guard.invalid_input',
		{ field: 'customCss', line: 1, flaw: 'css_at_rule' }
	],
	[
		'a list of disposable domains',
		{ emailBlocklistPolicy: { blockDisposableAddresses: true } },
		422,
		'request.feature_not_supported'
	]
];

describe.each([
	['Logto refuses', contract],
	['Logto lets through', ours]
])('what %s', (_, cases) => {
	it.each(cases)('%s', (_situation, changes, status, code, data, facts) => {
		const [first] = flaws(changes, facts);
		expect(first).toMatchObject({ code, data: { field: expect.any(String), detail: expect.any(String), ...data } });
		expect(first && statusOf[first.code]).toBe(status);
	});
});

describe('settings that work', () => {
	it('have no flaw when nothing was ever set', () => {
		expect(flaws({})).toEqual([]);
	});

	it.each(Object.entries(presets))('%s has no flaw', (_, preset) => {
		expect(flaws(preset)).toEqual([]);
	});

	it('may let the risk decide when a second factor is asked', () => {
		const adaptive = { adaptiveMfa: { enabled: true }, ...mfa(['Totp'], 'PromptAtSignInAndSignUpMandatory') };
		expect(flaws(adaptive)).toEqual([]);
	});

	it('need no way to sign up while sign-up is closed', () => {
		expect(flaws({ signInMode: 'SignIn', ...signUp({ identifiers: [], verify: false }) })).toEqual([]);
	});

	it('may let passwords expire where a new one can be set', () => {
		const passwordExpiration = { enabled: true, validPeriodDays: 90 };
		expect(flaws({ ...presets.emailPassword, passwordExpiration })).toEqual([]);
	});

	it('may switch off in Logto’s words what is off', () => {
		const off = { enabled: false };
		expect(flaws({ captchaPolicy: off, passkeySignIn: off, adaptiveMfa: off, sentinelPolicy: {} })).toEqual([]);
	});
});

describe('a change', () => {
	const channels = noMail;
	const brand: Changes = { color: { primaryColor: '#b5472f', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' } };
	const judge = (before: Changes, changes: Changes) => {
		const changed = new Set(Object.keys(changes));
		const [first] = newFlaws(
			flaws(before, { channels, changed }),
			flaws({ ...before, ...changes }, { channels, changed }),
			changed
		);
		return first?.code;
	};

	it('of something else is not held up by a connector that was never there', () => {
		expect(flaws({}, { channels })).not.toEqual([]);
		expect(judge({}, brand)).toBeUndefined();
	});

	it('is held up by an old flaw in what it touches', () => {
		expect(judge({}, signIn(byMail))).toBe(sie('enabled_connector_not_found'));
	});

	it('of sign-up is judged with the sign-in that stays', () => {
		expect(judge(presets.phoneCode, signUp({ password: true }))).toBe(sie('password_sign_in_must_be_enabled'));
	});

	it('may repair one thing after the other', () => {
		expect(judge({}, presets.phoneCode)).toBeUndefined();
		expect(judge({}, { signUp: presets.phoneCode.signUp })).toBeUndefined();
	});
});
