import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Stage } from './flow.ts';
import { nextPage, type Offered } from './next-page.ts';

const all: Offered = { signInMode: 'SignInAndRegister', forgotPassword: { phone: true, email: true } };
const led = (code: ProblemCode, stage: Stage, offered: Offered = all) => nextPage({ code }, stage, offered);

describe('a refusal', () => {
	it('leads a stranger at sign-in to the offer of an account', () => {
		expect(led('user.user_not_exist', 'sign-in')).toBe('/sign-in/create-account');
	});

	it('leads a known number or address at sign-up to signing in', () => {
		expect(led('user.phone_already_in_use', 'register')).toBe('/register/sign-in-instead');
		expect(led('user.email_already_in_use', 'register')).toBe('/register/sign-in-instead');
	});

	it('says to somebody who completes an account that the number or address is taken', () => {
		expect(led('user.phone_already_in_use', 'continue')).toBeUndefined();
		expect(led('user.email_already_in_use', 'continue')).toBeUndefined();
	});

	it('offers nothing that the settings have closed', () => {
		expect(led('user.user_not_exist', 'sign-in', { ...all, signInMode: 'SignIn' })).toBeUndefined();
		expect(led('user.phone_already_in_use', 'register', { ...all, signInMode: 'Register' })).toBeUndefined();
		const withoutRecovery = { ...all, forgotPassword: { phone: false, email: false } };
		expect(led('password.expired', 'sign-in', withoutRecovery)).toBeUndefined();
	});

	it('leads to a page with a way on when the session is gone, and to the start when nothing was begun', () => {
		expect(led('session.not_found', 'register')).toBe('/unknown-session');
		expect(led('session.interaction_not_found', 'register')).toBe('/register');
		expect(led('session.interaction_not_found', 'forgot-password')).toBe('/forgot-password');
		expect(led('session.interaction_not_found', 'continue')).toBe('/sign-in');
	});

	it('leads back to the code when nothing is proven yet', () => {
		expect(led('session.verification_failed', 'sign-in')).toBe('/sign-in/verification-code');
		expect(led('session.identifier_not_found', 'forgot-password')).toBe('/forgot-password/verification-code');
	});

	it('leads to the beginning when there is nobody yet whose account could be completed', () => {
		expect(led('session.identifier_not_found', 'continue')).toBe('/sign-in');
		expect(led('session.verification_failed', 'continue')).toBe('/sign-in');
	});

	it('leads somebody whose password is too old to a new one', () => {
		expect(led('password.expired', 'sign-in')).toBe('/forgot-password');
	});

	it('leads a proven owner to the new password', () => {
		expect(led('user.new_password_required_in_profile', 'forgot-password')).toBe('/forgot-password/reset');
	});

	it('leads a suspended account to a page that says so, from everywhere', () => {
		for (const stage of ['sign-in', 'register', 'forgot-password', 'continue'] as const) {
			expect(led('user.suspended', stage)).toBe('/account-suspended');
		}
	});

	it.each(['token_not_found', 'token_expired', 'token_consumed', 'token_revoked', 'email_mismatch'] as const)(
		'leads a link that cannot be used to a page that says why: %s',
		(reason) => expect(led(`one_time_token.${reason}`, 'sign-in')).toBe('/one-time-token/error')
	);

	it.each([
		'verification_code.code_mismatch',
		'request.message_rate_limited',
		'connector.general',
		'session.invalid_credentials',
		'session.verification_blocked_too_many_attempts',
		'password.rejected',
		'user.username_already_in_use'
	] as const)('stays on its page when the page can say it: %s', (code) => {
		expect(led(code, 'sign-in')).toBeUndefined();
		expect(led(code, 'register')).toBeUndefined();
	});
});

describe('a missing profile', () => {
	const lacking = (...missingProfile: string[]) =>
		nextPage({ code: 'user.missing_profile', data: { missingProfile } }, 'register', all);

	it.each([
		['username', '/continue/username'],
		['password', '/continue/password'],
		['email', '/continue/email'],
		['phone', '/continue/phone'],
		['emailOrPhone', '/continue/emailOrPhone'],
		['extraProfile', '/continue/extra-profile']
	])('asks for %s on %s', (name, page) => expect(lacking(name)).toBe(page));

	it('asks for one thing at a time, in the order of the API', () => {
		expect(lacking('emailOrPhone', 'password')).toBe('/continue/emailOrPhone');
	});

	it('of an unknown kind is said where it happened', () => {
		expect(lacking('shoeSize')).toBeUndefined();
		expect(nextPage({ code: 'user.missing_profile' }, 'sign-in', all)).toBeUndefined();
	});
});
