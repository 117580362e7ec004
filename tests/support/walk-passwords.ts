// One walk past every screen that has to do with names and passwords, for settings that offer all of them.
import { expect } from '@playwright/test';
import type { SignInPages } from './pages.ts';
import { someEmail, someUsername } from './people.ts';
import type { Foyer } from './server.ts';

const good = 'correct horse battery staple';

/** `look` is called at each screen, when it has been drawn. */
export async function walkPasswordScreens(
	signIn: SignInPages,
	foyer: Foyer,
	look: (screen: string) => Promise<void>
): Promise<void> {
	const { page, button, link, heading, alert } = signIn;
	const [name, email] = [someUsername(), someEmail()];
	const seen = async (screen: string, headingKey: string) => {
		await expect(heading(headingKey)).toBeVisible();
		await look(screen);
	};
	const refused = async (screen: string, headingKey: string) => {
		await expect(alert).toBeVisible();
		await seen(`${screen}, refused`, headingKey);
	};

	await signIn.start('register');
	await seen('register', 'register_title');
	await signIn.giveName('4ever');
	await refused('register', 'register_title');
	await signIn.giveName(name);
	await seen('continue: a contact', 'add_email_title');
	await signIn.sendCodeTo(email);
	await seen('continue: its code', 'verify_title');
	await signIn.enterCodeSentTo(email);
	await seen('continue: a password', 'set_title');
	await signIn.choosePassword('1234567');
	await refused('continue: a password', 'set_title');
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(name);
	await signIn.signOut();
	await foyer.advanceClock(61_000);

	await signIn.start();
	await seen('sign-in', 'sign_in_title');
	await signIn.giveName(email);
	await seen('password', 'password_title');
	await signIn.givePassword('not the right one');
	await refused('password', 'password_title');
	await link('forgot_link').click();
	await seen('forgot password', 'forgot_title');
	await button('send_code').click();
	await seen('forgot password: its code', 'verify_title');
	await signIn.enterCodeSentTo(email);
	await seen('a new password', 'reset_title');
	await signIn.choosePassword(good, 'reset_submit');
	await refused('a new password', 'reset_title');
	await signIn.choosePassword(`${good}, and another`, 'reset_submit');
	await expect(page).toHaveURL(/changed=1/);
	await seen('password changed', 'sign_in_title');

	const { searchParams } = new URL(page.url());
	searchParams.delete('changed');
	await page.goto(`/one-time-token/error?${searchParams}&reason=token_expired`);
	await seen('a link that is too old', 'failure_link_title');
	await page.goto(`/account-suspended?${searchParams}`);
	await seen('suspended', 'failure_suspended_title');
}
