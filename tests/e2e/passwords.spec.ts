// Names and passwords: signing up with them and in again, wrong ones, and what password managers meet.
import { answer, go, tabTo } from '../support/keyboard.ts';
import { someUsername } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { presets } from '../support/presets.ts';

test.use({ settings: presets.usernamePassword });

const good = 'correct horse battery staple';

async function signUp(signIn: SignInPages, name: string) {
	await signIn.start('register');
	await signIn.giveName(name);
	await expect(signIn.heading('set_title')).toBeVisible();
	await signIn.choosePassword(good, 'create_submit');
	await signIn.expectSignedIn(name);
}

test('somebody new signs up with a name and a password, and in again', async ({ signIn }) => {
	const me = someUsername();
	await signUp(signIn, me);
	await signIn.signOut();
	await signIn.start();
	await signIn.giveNameAndPassword(me, good);
	await signIn.expectSignedIn(me);
});

test('the whole way with a keyboard alone, name and password in one form', async ({ page, signIn }) => {
	const me = someUsername();
	await page.goto('/demo-app');
	await go(signIn.link('demo_register'));
	await answer(signIn.username, me);
	await answer(signIn.password, good);
	await signIn.expectSignedIn(me);
	await go(signIn.button('demo_sign_out'));

	await go(signIn.link('demo_sign_in'));
	await tabTo(signIn.username);
	await page.keyboard.type(me);
	await page.keyboard.press('Tab');
	if (!(await signIn.password.evaluate((field) => field === document.activeElement))) await page.keyboard.press('Tab');
	await answer(signIn.password, good);
	await signIn.expectSignedIn(me);
});

test(
	'a name that is taken or not allowed is refused beside its field, and kept',
	{ tag: '@once' },
	async ({ page, signIn }) => {
		const me = someUsername();
		await signUp(signIn, me);
		await signIn.signOut();
		await signIn.start('register');
		// No bubble in the browser's language: the page itself says what is missing.
		await signIn.giveName('');
		await expect(signIn.alert).toHaveText(signIn.word('field_required'));
		await expect(signIn.username).toBeFocused();
		await signIn.giveName(me);
		await expect(signIn.alert).toHaveText(signIn.word('error_user_username_already_in_use'));
		await expect(signIn.username).toHaveValue(me);
		await expect(signIn.username).toHaveAccessibleDescription(/taken/);
		await expect(page).toHaveTitle(/^Error: /);
		await signIn.giveName('4ever');
		await expect(signIn.alert).toHaveText(signIn.word('error_user_username_starts_with_number'));
	}
);

test('a weak password is refused with every reason, and not kept', { tag: '@once' }, async ({ page, signIn }) => {
	await signIn.start('register');
	await signIn.giveName(someUsername());
	const [length, guess] = [page.getByRole('listitem').first(), page.getByRole('listitem').last()];
	await expect(length).toHaveText(/At least 8 characters/);
	// The list is live: what can be counted gets its tick, what only the server knows does not.
	const before = await page.getByRole('list').boundingBox();
	await signIn.password.fill('1234567');
	await expect(length).not.toContainText(signIn.word('rule_met'), { useInnerText: true });
	await signIn.password.press('8');
	await expect(length).toContainText(signIn.word('rule_met'), { useInnerText: true });
	await expect(guess).not.toContainText(signIn.word('rule_met'), { useInnerText: true });
	expect(await page.getByRole('list').boundingBox()).toEqual(before);
	const said = page.getByRole('status').filter({ hasText: signIn.word('rule_met') });
	await expect(said).toHaveText(/At least 8/);
	await signIn.password.press('Backspace');
	await expect(said).toHaveCount(0);
	await signIn.choosePassword('1234567', 'create_submit');
	await expect(signIn.alert).toHaveText(signIn.word('error_password_rejected'));
	await expect(signIn.password).toHaveValue('');
	await expect(signIn.password).toBeFocused();
	await expect(signIn.password).toHaveAccessibleDescription(/Use at least 8 characters.*Sequences like/);
	expect(await page.content()).not.toContain('1234567');
});

test('a wrong password is answered like a name that nobody has', { tag: '@once' }, async ({ page, signIn }) => {
	const me = someUsername();
	await signUp(signIn, me);
	await signIn.signOut();
	await signIn.start();
	await signIn.giveNameAndPassword(me, '');
	await expect(signIn.alert).toHaveText(signIn.word('field_required'));
	await expect(signIn.password).toBeFocused();
	const said: string[] = [];
	for (const name of [me, someUsername()]) {
		await signIn.start();
		await signIn.giveNameAndPassword(name, 'not the right one');
		await expect(signIn.alert).toBeVisible();
		said.push((await page.locator('main').innerText()).replaceAll(name, 'name'));
	}
	expect(said[0]).toBe(said[1]);
	expect(said[0]).toContain(signIn.word('error_session_invalid_credentials'));
});

test('guessing is slowed down, and the page says until when', { tag: '@once' }, async ({ signIn, foyer }) => {
	const me = someUsername();
	await signUp(signIn, me);
	await signIn.signOut();
	await signIn.start();
	for (let guess = 0; guess < 11; guess++) await signIn.giveNameAndPassword(me, `wrong ${guess}`);
	await expect(signIn.alert).toHaveText(/Too many wrong attempts\. Please try again in \d+ seconds?\./);
	await foyer.advanceClock(31_000);
	await signIn.giveNameAndPassword(me, good);
	await signIn.expectSignedIn(me);
});

test(
	'a suspended account is told so after the right password only',
	{ tag: '@once' },
	async ({ page, signIn, foyer }) => {
		const me = someUsername();
		await signUp(signIn, me);
		await signIn.signOut();
		expect(await foyer.run(['user', 'suspend', me])).toMatchObject({ code: 0 });
		await signIn.start();
		await signIn.giveNameAndPassword(me, 'not the right one');
		await expect(signIn.alert).toHaveText(signIn.word('error_session_invalid_credentials'));
		await expect(signIn.username).toHaveValue(me);
		await expect(signIn.password).toBeFocused();
		await signIn.giveNameAndPassword(me, good);
		await expect(signIn.heading('failure_suspended_title')).toBeVisible();
		await signIn.link('failure_other_account').click();
		await expect(page).toHaveURL(/\/sign-in\?/);
	}
);

test('password managers find whose password it is', { tag: '@once' }, async ({ page, signIn }) => {
	const me = someUsername();
	await signIn.start('register');
	await expect(signIn.username).toHaveAttribute('autocomplete', 'username');
	await signIn.giveName(me);
	await expect(signIn.password).toHaveAttribute('autocomplete', 'new-password');
	await expect(page.locator('form input[autocomplete=username]')).toHaveValue(me);
	await signIn.start();
	await expect(signIn.password).toHaveAttribute('autocomplete', 'current-password');
	await expect(page.locator('form:has([type=password]) input[autocomplete=username]')).toBeVisible();
});

test('Back and reload lose nothing but the password', { tag: '@once' }, async ({ page, signIn }) => {
	const me = someUsername();
	await signIn.start('register');
	await signIn.giveName(me);
	await expect(signIn.heading('set_title')).toBeVisible();
	await page.reload();
	await page.goBack({ waitUntil: 'domcontentloaded' });
	await expect(signIn.username).toHaveValue(me);
	await signIn.button('continue').click();
	await signIn.choosePassword(good, 'create_submit');
	await signIn.expectSignedIn(me);
});

test('double clicks end signed in', async ({ signIn }) => {
	const me = someUsername();
	await signIn.start('register');
	await signIn.username.fill(me);
	await signIn.button('continue').dblclick();
	await signIn.password.fill(good);
	await signIn.button('create_submit').dblclick();
	await signIn.expectSignedIn(me);
	await signIn.signOut();
	await signIn.start();
	await signIn.username.fill(me);
	await signIn.password.fill(good);
	await signIn.button('password_submit').dblclick();
	await signIn.expectSignedIn(me);
});

test('the password can be shown, and is hidden when it is sent', { tag: '@script' }, async ({ page, signIn }) => {
	await signIn.start();
	await signIn.password.fill('see me');
	await page.getByRole('button', { name: 'Show password' }).click();
	await expect(signIn.password).toHaveAttribute('type', 'text');
	await page.getByRole('button', { name: 'Hide password' }).click();
	await expect(signIn.password).toHaveAttribute('type', 'password');
});

test('a page that comes back as it was left has no password in it', { tag: '@script' }, async ({ page, signIn }) => {
	await signIn.start('register');
	await signIn.giveName(someUsername());
	const length = page.getByRole('listitem').first();
	await signIn.password.fill('see me not');
	await page.getByRole('button', { name: 'Show password' }).click();
	await expect(length).toContainText(signIn.word('rule_met'), { useInnerText: true });
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	await expect(signIn.password).toHaveValue('');
	await expect(signIn.password).toHaveAttribute('type', 'password');
	await expect(length).not.toContainText(signIn.word('rule_met'), { useInnerText: true });
});
