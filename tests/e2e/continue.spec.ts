// What an account still lacks, one thing a page: contacts behind a code, a password, in the order of the settings.
import { answer, answerCode, go } from '../support/keyboard.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { presets } from '../support/presets.ts';

test.use({ settings: presets.usernameWithVerifiedContact });

const good = 'correct horse battery staple';

async function signUp(signIn: SignInPages, name: string, contact: string) {
	await signIn.start('register');
	await signIn.giveName(name);
	await expect(signIn.heading('add_email_title')).toBeVisible();
	await signIn.sendCodeTo(contact);
	await signIn.enterCodeSentTo(contact);
	await expect(signIn.heading('set_title')).toBeVisible();
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(name);
}

for (const [channel, someone] of [
	['email', someEmail],
	['phone', somePhone]
] as const) {
	test(`a name, then a contact of choice, then a password: ${channel}`, async ({ signIn }) => {
		const [name, contact] = [someUsername(), someone()];
		await signUp(signIn, name, contact);
		await signIn.expectSignedIn(contact);
	});
}

test('a name, a contact and a password with a keyboard alone', async ({ page, signIn, script }) => {
	const [name, email] = [someUsername(), someEmail()];
	await page.goto('/demo-app');
	await go(signIn.link('demo_register'));
	await answer(signIn.username, name);
	await answer(signIn.email, email);
	await answerCode(signIn.code, await signIn.readCode(email), script);
	await answer(signIn.password, good);
	await signIn.expectSignedIn(email);
});

test('signs in by any of them, typed in one field', async ({ signIn }) => {
	const [name, email] = [someUsername(), someEmail()];
	await signUp(signIn, name, email);
	for (const typed of [name, email]) {
		await signIn.signOut();
		await signIn.start();
		await signIn.giveName(typed);
		await signIn.givePassword(good);
		await signIn.expectSignedIn(name);
	}
});

test('a contact can be corrected before it is proven', async ({ signIn }) => {
	const [name, mistyped, email] = [someUsername(), someEmail(), someEmail()];
	await signIn.start('register');
	await signIn.giveName(name);
	await signIn.sendCodeTo(mistyped);
	await signIn.link('change').click();
	await expect(signIn.email).toHaveValue(mistyped);
	await signIn.sendCodeTo(email);
	await signIn.enterCodeSentTo(email);
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(email);
});

test('a contact of somebody else is refused once it is proven', async ({ signIn, foyer }) => {
	const email = someEmail();
	await signUp(signIn, someUsername(), email);
	await signIn.signOut();
	await foyer.advanceClock(61_000);
	await signIn.start('register');
	await signIn.giveName(someUsername());
	await signIn.sendCodeTo(email);
	await signIn.enterCodeSentTo(email);
	await expect(signIn.alert).toHaveText(signIn.word('error_user_email_already_in_use'));
	await signIn.link('change').click();
	await expect(signIn.heading('add_email_title')).toBeVisible();
});

test('nobody completes an account before one has begun', async ({ page, signIn }) => {
	await signIn.start();
	const { searchParams } = new URL(page.url());
	for (const lacking of ['password', 'username', 'email', 'phone', 'emailOrPhone', 'verification-code']) {
		await page.goto(`/continue/${lacking}?${searchParams}`);
		await expect(page).toHaveURL(/\/sign-in\?/);
	}
});
