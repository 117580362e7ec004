import { describe, expect, it } from 'vitest';
import { defaultSettings, settings as schema, type Settings } from '../../../contract/settings.ts';
import { maySignInWithPassword, mayRecoverWith, missingProfile } from './policy.ts';

type SignUp = Partial<Settings['signUp']>;
const signUp = (wanted: SignUp, more: Record<string, unknown> = {}): Settings =>
	schema.parse({ signUp: { identifiers: [], password: false, verify: false, ...wanted }, ...more });
const byPassword = (more: Partial<Settings> = {}): Settings => ({
	...defaultSettings,
	signIn: { methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }] },
	...more
});

const somebody = { username: 'ada', primaryEmail: 'ada@example.com', primaryPhone: '8613800138000', password: true };

describe('what an account still lacks', () => {
	it.each<[string, SignUp, string[]]>([
		['username', { identifiers: ['username'] }, ['username']],
		['email', { identifiers: ['email'] }, ['email']],
		['phone', { identifiers: ['phone'] }, ['phone']],
		['email or phone', { identifiers: ['email', 'phone'] }, ['emailOrPhone']],
		['phone or email', { identifiers: ['phone', 'email'] }, ['emailOrPhone']],
		['all three', { identifiers: ['phone', 'username', 'email'] }, ['username', 'emailOrPhone']],
		[
			'a name, a password and a contact besides',
			{ identifiers: ['username'], password: true, secondaryIdentifiers: [{ identifier: 'emailOrPhone' }] },
			['username', 'emailOrPhone', 'password']
		],
		[
			'a phone, then two more',
			{ identifiers: ['phone'], secondaryIdentifiers: [{ identifier: 'email' }, { identifier: 'username' }] },
			['phone', 'email', 'username']
		],
		['nothing but a password', { password: true }, ['password']]
	])('where sign-up wants %s', (_, wanted, missing) => {
		expect(missingProfile({}, signUp(wanted))).toEqual(missing);
		expect(missingProfile(somebody, signUp(wanted))).toEqual([]);
	});

	it('takes either contact where either will do', () => {
		const either = signUp({ identifiers: ['email', 'phone'] });
		expect(missingProfile({ primaryEmail: 'ada@example.com' }, either)).toEqual([]);
		expect(missingProfile({ primaryPhone: '8613800138000' }, either)).toEqual([]);
	});

	describe('of extra fields', () => {
		const customProfileFields = [{ name: 'company', type: 'Text', required: false }];
		const asking = signUp({ identifiers: ['username'] }, { customProfileFields, signUpProfileFields: null });

		it('asks for them last, and only once', () => {
			expect(missingProfile({ extraProfile: false }, asking)).toEqual(['username', 'extraProfile']);
			expect(missingProfile({ username: 'ada', extraProfile: true }, asking)).toEqual([]);
		});

		it('asks nobody who signs in', () => {
			expect(missingProfile({ username: 'ada' }, asking)).toEqual([]);
		});

		it('asks for none where none is chosen from the catalogue', () => {
			expect(missingProfile({ extraProfile: false }, { ...asking, signUpProfileFields: [] })).toEqual(['username']);
		});
	});
});

describe('passwords', () => {
	it('sign in where the method of that identifier takes one', () => {
		expect(maySignInWithPassword('username', byPassword())).toBe(true);
		expect(maySignInWithPassword('email', byPassword())).toBe(false);
		expect(maySignInWithPassword('phone', defaultSettings)).toBe(false);
	});
});

describe('recovering a password', () => {
	const smsOnly = { sms: true, email: false };

	it('works by every channel that has a connector, unless said otherwise', () => {
		expect(mayRecoverWith('phone', byPassword(), smsOnly)).toBe(true);
		expect(mayRecoverWith('email', byPassword(), smsOnly)).toBe(false);
	});

	it('works by the chosen methods only', () => {
		const byMail = byPassword({ forgotPasswordMethods: ['EmailVerificationCode'] });
		expect(mayRecoverWith('email', byMail, { sms: true, email: true })).toBe(true);
		expect(mayRecoverWith('phone', byMail, { sms: true, email: true })).toBe(false);
		expect(mayRecoverWith('phone', byPassword({ forgotPasswordMethods: [] }), smsOnly)).toBe(false);
	});

	it('makes no sense where no password signs anybody in', () => {
		expect(mayRecoverWith('phone', defaultSettings, smsOnly)).toBe(false);
	});
});
