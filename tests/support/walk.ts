// One walk past every screen, for whatever has to be true of all of them.
import { expect } from '@playwright/test';
import type { SignInPages } from './pages.ts';
import { someEmail } from './people.ts';

/** `look` is called at each screen, when it has been drawn. */
export async function walkScreens(signIn: SignInPages, look: (screen: string) => Promise<void>): Promise<void> {
	const { page, button, link, heading } = signIn;
	const me = someEmail();
	const seen = async (screen: string, headingKey: string) => {
		await expect(heading(headingKey)).toBeVisible();
		await look(screen);
	};

	await page.goto('/demo-app');
	await seen('application', 'demo_title');
	await link('demo_sign_in').click();
	await seen('sign-in', 'sign_in_title');
	await signIn.phone.fill('12');
	await button('send_code').click();
	await expect(signIn.alert).toBeVisible();
	await seen('sign-in, refused', 'sign_in_title');
	await link('new_here_link').click();
	await seen('register', 'register_title');
	await link('use_email').click();
	await expect(signIn.email).toBeVisible();
	await seen('register by email', 'register_title');
	await link('have_account_link').click();
	await signIn.sendCodeTo(me);
	await seen('code', 'verify_title');
	const code = await signIn.readCode(me);
	await signIn.enter(code === '000000' ? '000001' : '000000');
	await expect(signIn.alert).toBeVisible();
	await seen('code, refused', 'verify_title');
	await signIn.enter(code);
	await seen('question', 'create_title');
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	await look('application, signed in');

	await page.goto('/oidc/session/end');
	await seen('sign out', 'sign_out_title');
	await button('sign_out_submit').click();
	await seen('signed out', 'signed_out_title');
	await page.goto('/sign-in');
	await seen('unknown session', 'failure_unknown_session_title');
	await page.goto('/sign-in?app_id=demo-app&uid=12345678');
	await seen('expired', 'failure_expired_title');
	await page.goto('/nothing');
	await seen('not found', 'failure_not_found_title');
	await page.goto('/oidc/auth?client_id=nobody');
	await seen('invalid request', 'failure_invalid_request_title');
}
