import { describe, expect, it } from 'vitest';
import { nextPage } from './next-page.ts';

describe('a refusal', () => {
	it('leads a stranger at sign-in to the offer of an account', () => {
		expect(nextPage('user.user_not_exist', 'sign-in', 'SignInAndRegister')).toBe('/sign-in/create-account');
	});

	it('leads a known number or address at sign-up to signing in', () => {
		expect(nextPage('user.phone_already_in_use', 'register', 'SignInAndRegister')).toBe('/register/sign-in-instead');
		expect(nextPage('user.email_already_in_use', 'register', 'SignInAndRegister')).toBe('/register/sign-in-instead');
	});

	it('offers nothing that the settings have closed', () => {
		expect(nextPage('user.user_not_exist', 'sign-in', 'SignIn')).toBeUndefined();
		expect(nextPage('user.phone_already_in_use', 'register', 'Register')).toBeUndefined();
	});

	it('leads to a page with a way on when the session is gone, and to the start when nothing was begun', () => {
		expect(nextPage('session.not_found', 'register', 'SignInAndRegister')).toBe('/unknown-session');
		expect(nextPage('session.interaction_not_found', 'register', 'SignInAndRegister')).toBe('/register');
	});

	it('leads back to the code when nothing is proven yet', () => {
		expect(nextPage('session.verification_failed', 'sign-in', 'SignInAndRegister')).toBe('/sign-in/verification-code');
	});

	it.each(['verification_code.code_mismatch', 'request.message_rate_limited', 'connector.general'] as const)(
		'stays on its page when the page can say it: %s',
		(code) => expect(nextPage(code, 'sign-in', 'SignInAndRegister')).toBeUndefined()
	);
});
