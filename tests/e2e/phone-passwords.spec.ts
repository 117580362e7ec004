// A phone number with a password: a code proves it once, then either signs in.
import { answer, answerCode, go, tabTo } from '../support/keyboard.ts';
import { somePhone } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { presets } from '../support/presets.ts';

test.use({ settings: presets.phoneCodeWithPassword });

const good = 'correct horse battery staple';

async function signUp(signIn: SignInPages, me: string) {
	await signIn.start('register');
	await signIn.sendCodeTo(me);
	await signIn.enterCodeSentTo(me);
	await expect(signIn.heading('set_title')).toBeVisible();
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(me);
	await signIn.signOut();
}

async function name(signIn: SignInPages, me: string) {
	await signIn.start();
	await signIn.phone.fill(me.slice(2));
	await signIn.button('continue').click();
}

test('is proven once, and signs in with its password', async ({ page, signIn }) => {
	const me = somePhone();
	await signUp(signIn, me);
	await name(signIn, me);
	await expect(page.locator('bdi')).toHaveText(/^\+86 134/);
	await signIn.givePassword(good);
	await signIn.expectSignedIn(me);
});

test('signs in with a code instead, and there and back', async ({ signIn, foyer }) => {
	const me = somePhone();
	await signUp(signIn, me);
	await foyer.advanceClock(61_000);
	await name(signIn, me);
	await signIn.button('use_code_phone').click();
	await expect(signIn.heading('verify_title')).toBeVisible();
	await signIn.link('use_password').click();
	await expect(signIn.heading('password_title')).toBeVisible();
	await signIn.button('use_code_phone').click();
	await signIn.enterCodeSentTo(me);
	await signIn.expectSignedIn(me);
});

test('remembered, goes on masked: with its password, or with a code instead', async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signUp(signIn, me);
	await name(signIn, me);
	await signIn.givePassword(good);
	await signIn.expectSignedIn(me);

	const mask = `+86 134 •••• ${me.slice(-4)}`;
	const goOn = async () => {
		await signIn.signOut();
		await signIn.start();
		await page
			.getByRole('button', { name: new RegExp(`${me.slice(-4)}.*${signIn.word('choose_way_password')}`) })
			.click();
		await expect(page.getByText(mask)).toBeVisible();
		await expect(signIn.link('not_you')).toBeVisible();
	};
	await goOn();
	await signIn.givePassword('not the right one');
	await expect(signIn.alert).toHaveText(signIn.word('error_session_invalid_credentials'));
	await expect(page.getByText(mask)).toBeVisible();
	await signIn.givePassword(good);
	await signIn.expectSignedIn(me);

	await foyer.advanceClock(61_000);
	await goOn();
	await signIn.button('use_code_phone').click();
	await expect(signIn.heading('verify_title')).toBeVisible();
	await expect(page.getByText(mask)).toBeVisible();
	await signIn.enterCodeSentTo(me);
	await signIn.expectSignedIn(me);
});

test('with a keyboard alone: by a code, there and back, corrected, by the password', async ({
	page,
	signIn,
	foyer,
	script
}) => {
	const me = somePhone();
	await signUp(signIn, me);
	await foyer.advanceClock(61_000);
	await go(signIn.link('demo_sign_in'));
	await tabTo(signIn.phone);
	await answer(signIn.phone, me.slice(2));
	await go(signIn.button('use_code_phone'));
	await expect(signIn.code).toBeFocused();
	await go(signIn.link('use_password'));
	await go(signIn.link('change'));
	await answer(signIn.phone, '');
	await go(signIn.button('use_code_phone'));
	await answerCode(signIn.code, await signIn.readCode(me), script);
	await signIn.expectSignedIn(me);

	await go(signIn.button('demo_sign_out'));
	await go(signIn.link('demo_sign_in'));
	await tabTo(signIn.phone);
	await answer(signIn.phone, me.slice(2));
	await answer(signIn.password, good);
	await signIn.expectSignedIn(me);

	await page.goto('/oidc/session/end');
	await go(signIn.button('sign_out_submit'));
	await expect(signIn.heading('signed_out_title')).toBeVisible();
});

test('can be corrected on the page of the password', async ({ signIn }) => {
	const me = somePhone();
	await name(signIn, me);
	await signIn.link('change').click();
	await expect(signIn.phone).toHaveValue(me.slice(2));
});

test('that is new is offered an account, which then wants a password', async ({ signIn }) => {
	const me = somePhone();
	await name(signIn, me);
	await signIn.button('use_code_phone').click();
	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await expect(signIn.heading('set_title')).toBeVisible();
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(me);
});
