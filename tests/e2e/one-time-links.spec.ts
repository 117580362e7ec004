// Links that an administrator had sent: used by a press, not by a visit, and once.
import { answer, go } from '../support/keyboard.ts';
import { someEmail } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { openMachine } from '../support/management.ts';
import { presets } from '../support/presets.ts';
import type { Foyer } from '../support/server.ts';

test.use({ settings: { ...presets.emailOrPhoneWithPassword, signInMode: 'SignIn' } });

const good = 'correct horse battery staple';

async function mint(foyer: Foyer, email: string, context = {}): Promise<string> {
	const machine = await openMachine(foyer);
	const { body } = await machine.api('POST', 'one-time-tokens', { email, context });
	return (body as { token: string }).token;
}

/** As the provider would send somebody whose application passed the token on. */
async function addressFor({ page, ...pages }: SignInPages, email: string, token: string): Promise<string> {
	await pages.start();
	const { searchParams } = new URL(page.url());
	searchParams.set('one_time_token', token);
	searchParams.set('login_hint', email);
	return `/sign-in?${searchParams}`;
}

async function press(signIn: SignInPages, script: boolean) {
	// With script the button presses itself.
	if (!script) await signIn.button('continue').click();
}

async function accept(signIn: SignInPages, foyer: Foyer, script: boolean, email: string) {
	await signIn.page.goto(await addressFor(signIn, email, await mint(foyer, email)));
	await press(signIn, script);
	await expect(signIn.heading('set_title')).toBeVisible();
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(email);
}

test('an invitation opens an account where sign-up is closed', async ({ signIn, foyer, script }) => {
	await accept(signIn, foyer, script, someEmail());
});

test('an invitation is accepted with a keyboard alone', async ({ page, signIn, foyer, script }) => {
	const email = someEmail();
	await page.goto(await addressFor(signIn, email, await mint(foyer, email)));
	if (!script) await go(signIn.button('continue'));
	await answer(signIn.password, good);
	await signIn.expectSignedIn(email);
});

test('looking at a link uses nothing up, using it does', async ({ page, signIn, foyer, script }) => {
	const email = someEmail();
	const address = await addressFor(signIn, email, await mint(foyer, email));
	for (let look = 0; look < 3; look++) {
		const answer = await page.request.get(address);
		expect(await answer.text()).toContain(email);
	}
	await page.goto(address);
	await press(signIn, script);
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(email);
	await signIn.signOut();

	const again = await addressFor(
		signIn,
		email,
		new URL(address, foyer.origin).searchParams.get('one_time_token') ?? ''
	);
	await page.goto(again);
	await press(signIn, script);
	await expect(signIn.heading('failure_link_title')).toBeVisible();
	await expect(page.getByText(signIn.word('error_one_time_token_token_consumed'))).toBeVisible();
	expect(page.url()).not.toContain('one_time_token=');
	await signIn.link('failure_another').click();
	await expect(signIn.button('continue')).toBeVisible();
});

test('a link for a forgotten password leads to a new one', async ({ page, signIn, foyer, script }) => {
	const email = someEmail();
	await accept(signIn, foyer, script, email);
	await signIn.signOut();
	const token = await mint(foyer, email, { interactionEvent: 'ForgotPassword' });
	await page.goto(await addressFor(signIn, email, token));
	await press(signIn, script);
	await expect(signIn.heading('reset_title')).toBeVisible();
	await signIn.choosePassword('a quite different long phrase', 'reset_submit');
	await expect(page.getByRole('status').filter({ hasText: signIn.word('password_changed') })).toBeVisible();
});

test('a link that lacks something says that it does not work', async ({ page, signIn }) => {
	await signIn.start();
	const { searchParams } = new URL(page.url());
	await page.goto(`/one-time-token?${searchParams}&login_hint=mia@example.com`);
	await expect(signIn.heading('failure_link_title')).toBeVisible();
});
