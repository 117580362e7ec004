// People look after their own account: whole walks, with script and without.
import { readFileSync } from 'node:fs';
import { accountSettings, another, openAccount, phrase } from '../support/account-pages.ts';
import { plugInAuthenticator } from '../support/authenticator.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { bringAxe, violationsOn } from '../support/axe.ts';
import { go, tabTo } from '../support/keyboard.ts';
import { expect, openPages, test } from '../support/pages.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';

test.use({ settings: accountSettings });
test.describe.configure({ mode: 'default' });

const shown = (phone: string) => phone.replace(/^86(\d{3})(\d{4})(\d{4})$/, '+86 $1 $2 $3');

test('a number is changed, other devices are signed out, and everything ends with the account', async ({
	page,
	signIn,
	foyer,
	script,
	browser
}) => {
	test.setTimeout(180_000);
	const { word, button, link, heading } = signIn;
	const account = openAccount(signIn);
	const [phone, next] = [somePhone(), somePhone()];
	await account.signUp(phone);

	await test.step('the new number, after a password that was wrong first', async () => {
		await go(account.row('phone_label'));
		await go(link('account_change_phone'));
		await account.confirm('not it at all');
		await expect(signIn.alert).toHaveText(word('error_session_invalid_credentials'));
		await account.confirm();
		await expect(heading('account_change_phone')).toBeVisible();
		await signIn.phone.fill('12');
		await button('send_code').click();
		await expect(signIn.alert).toBeVisible();
		await expect(signIn.phone).toHaveValue('12');
		await signIn.sendCodeTo(next);
		await page.reload();
		await expect(page.getByText(shown(next))).toBeVisible();
		const code = await signIn.readCode(next);
		await signIn.enter(code === '000000' ? '000001' : '000000');
		await expect(signIn.alert).toBeVisible();
		await signIn.enter(code);
		await account.expectDone('account_saved');
		await expect(page.getByText(shown(next))).toBeVisible();
	});

	await test.step('another device, which is signed out from here', async () => {
		const context = await browser.newContext({ javaScriptEnabled: script, baseURL: foyer.origin });
		const elsewhere = openPages({ page: await context.newPage(), foyer, script });
		await elsewhere.start();
		await elsewhere.fillIn(next);
		await elsewhere.button('continue').click();
		await elsewhere.givePassword(phrase);
		await elsewhere.expectSignedIn(next);
		await elsewhere.page.goto('/account');
		await expect(elsewhere.heading('account_title')).toBeVisible();

		await page.goto('/account/sessions');
		await expect(page.getByText(word('account_this_device'), { exact: true })).toBeVisible();
		await expect(page.getByRole('listitem')).toHaveCount(2);
		await go(button('account_sign_out_others'));
		await account.expectDone('account_signed_out_there');
		await expect(page.getByRole('listitem')).toHaveCount(1);
		await elsewhere.page.reload();
		await expect(elsewhere.heading('sign_in_title')).toBeVisible();
		await context.close();
	});

	await test.step('an application loses its access', async () => {
		await page.goto('/account/applications');
		await expect(page.getByRole('listitem')).toHaveCount(1);
		await go(page.getByRole('button', { name: word('account_remove') }));
		await account.expectDone('account_removed');
		await expect(page.getByText(word('account_no_applications'))).toBeVisible();
	});

	await test.step('a new password', async () => {
		await page.goto('/account/password');
		await signIn.newPassword.fill(phrase);
		await button('reset_submit').click();
		await expect(signIn.alert).toHaveText(word('error_user_same_password'));
		await signIn.newPassword.fill(another);
		await button('reset_submit').click();
		await account.expectDone('account_password_changed');
	});

	await test.step('everything in a file, and nothing any more', async () => {
		await page.goto('/account/data');
		await account.row('account_export').click();
		await account.confirm(another);
		await expect(heading('account_data')).toBeVisible();
		const downloading = page.waitForEvent('download');
		await account.row('account_export').click();
		const file = readFileSync(await (await downloading).path(), 'utf8');
		expect(JSON.parse(file)).toMatchObject({ account: { primaryPhone: next } });
		expect(file).not.toContain('password":"');

		await account.row('account_delete').click();
		await expect(heading('account_delete_title')).toBeVisible();
		await tabTo(page.getByLabel(word('account_delete_tick')));
		await page.keyboard.press('Space');
		await go(button('account_delete'));
		await expect(heading('account_deleted_title')).toBeVisible();
		await page.goto('/account');
		await expect(heading('sign_in_title')).toBeVisible();
		await expect(page).toHaveTitle(new RegExp(word('account_title')));
	});
});

test('a proof that is too old is asked for again, and what was typed is still there', async ({
	page,
	signIn,
	foyer,
	script
}) => {
	const { word, button, link, heading } = signIn;
	const account = openAccount(signIn);
	const [phone, next, name] = [somePhone(), somePhone(), someUsername()];
	await account.signUp(phone);

	await account.row('account_profile').click();
	await account.name.fill('Lin Daiyu');
	await signIn.username.fill(name);
	await button('account_save').click();
	await account.confirm();
	await expect(account.name).toHaveValue('Lin Daiyu');
	await expect(signIn.username).toHaveValue(name);
	await button('account_save').click();
	await account.expectDone('account_saved');
	await page.goto('/account');
	await expect(page.getByText('Lin Daiyu', { exact: true })).toBeVisible();

	const proveNext = async () => {
		await page.goto('/account/phone');
		await link('account_change_phone').click();
		await expect(heading('account_change_phone')).toBeVisible();
		await foyer.advanceClock(570_000);
		await signIn.sendCodeTo(next);
		await foyer.advanceClock(60_000);
		await signIn.enterCodeSentTo(next);
		await expect(heading('mfa_verify_title')).toBeVisible();
	};

	await test.step('a number left half-way is not taken by a proof for something else', async () => {
		await proveNext();
		await page.goto('/account/confirm?to=/account/password');
		// Password managers keep passwords under what leads in.
		await expect(account.login).toHaveValue(name);
		await account.confirm();
		await expect(signIn.newPassword).toBeVisible();
		await expect(account.login).toHaveValue(name);
		await page.goto('/account/phone');
		await expect(page.getByText(shown(phone))).toBeVisible();
	});

	await proveNext();
	await account.confirm();
	await account.expectDone('account_saved');
	await expect(page.getByText(shown(next))).toBeVisible();

	await test.step('a code is not taken for a number that another window has asked for since', async () => {
		const elsewhere = openPages({ page: await page.context().newPage(), foyer, script });
		for (const window of [signIn, elsewhere]) {
			await window.page.goto('/account/phone/new');
			await window.sendCodeTo(somePhone());
		}
		await signIn.enter('123456');
		await expect(signIn.alert).toHaveText(word('error_verification_record_not_found'));
		await expect(heading('account_change_phone')).toBeVisible();
		await elsewhere.page.close();
	});

	await page.goto('/account/phone');
	await link('account_remove').click();
	await button('account_remove').click();
	await expect(signIn.alert).toHaveText(word('error_user_last_sign_in_method_required'));
});

test('an app and backup codes are set up, taken away again, and closed by signing out of an application', async ({
	page,
	context,
	signIn,
	script
}) => {
	const { word, button, heading } = signIn;
	const account = openAccount(signIn);
	await account.signUp(somePhone());

	await account.row('account_factors').click();
	await account.row('mfa_factor_Totp').click();
	await account.confirm();
	await expect(heading('mfa_bind_totp_title')).toBeVisible();
	const secret = await page.getByRole('definition').innerText();
	await signIn.enter('000000');
	await expect(signIn.alert).toHaveText(word('error_session_mfa_invalid_totp_code'));
	expect(await page.getByRole('definition').innerText()).toBe(secret);
	if (script) {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await button('mfa_copy').click();
		await expect(button('mfa_copied')).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret.replaceAll(/\s/g, ''));
	}
	await signIn.enter(totpCode(secret));
	await account.expectDone('account_saved');

	await account.row('mfa_factor_BackupCode').click();
	await button('mfa_backup_show').click();
	await expect(page.locator('ol').getByRole('listitem')).toHaveCount(10);
	await button('mfa_backup_saved').click();
	await account.expectDone('account_saved');
	await expect(page.getByText(word('account_codes_left').replace('{count}', '10'))).toBeVisible();

	await button('account_turn_off').click();
	await expect(button('account_turn_on')).toBeVisible();
	await page.getByRole('link', { name: `${word('account_remove')}: ${word('mfa_factor_Totp')}` }).click();
	await button('account_remove').click();
	await account.expectDone('account_removed');
	await expect(account.row('mfa_factor_Totp')).toBeVisible();

	await test.step('whoever comes back stays inside, whatever the cookie says', async () => {
		const context = page.context();
		const sent = await context.request.get('/account/sign-in', { maxRedirects: 0 });
		const [away] = (await context.cookies()).filter(({ name }) => name.startsWith('foyer_account_'));
		const forged = { ...JSON.parse(decodeURIComponent(away?.value ?? '')), to: 'https://evil.example/' };
		await context.addCookies([{ ...away!, value: encodeURIComponent(JSON.stringify(forged)) }]);
		await page.goto(sent.headers()['location'] ?? '');
		await expect(page).toHaveURL('/account');
	});

	await page.goto('/demo-app');
	await signIn.signOut();
	await page.goto('/account');
	await expect(heading('sign_in_title')).toBeVisible();
});

test('an address is added by a code, changed, and taken away', { tag: '@once' }, async ({ page, signIn, foyer }) => {
	const { word, button, link, heading } = signIn;
	const account = openAccount(signIn);
	const [first, second] = [someEmail(), someEmail()];
	await account.signUp(somePhone());

	await account.row('email_label').click();
	await link('add_email_title').click();
	await account.confirm();
	await expect(heading('add_email_title')).toBeVisible();
	await signIn.email.fill('nobody@nowhere');
	await button('send_code').click();
	await expect(signIn.alert).toBeVisible();
	await expect(signIn.email).toHaveValue('nobody@nowhere');
	await signIn.sendCodeTo(first);
	await signIn.readCode(first);
	await expect(page.getByText(word('resent'))).toHaveCount(0);
	await foyer.advanceClock(61_000);
	await account.sendAgain();
	const code = await signIn.readCode(first);
	await signIn.enter(code === '000000' ? '000001' : '000000');
	await expect(signIn.alert).toBeVisible();
	await signIn.enter(code);
	await account.expectDone('account_saved');
	await expect(page.getByText(first)).toBeVisible();

	await link('account_change_email').click();
	await signIn.sendCodeTo(second);
	await signIn.enterCodeSentTo(second);
	await account.expectDone('account_saved');
	await expect(page.getByText(second)).toBeVisible();
	// The address that there was before hears of it.
	await expect.poll(async () => (await foyer.inbox.messages(first)).length).toBe(3);

	await link('account_remove').click();
	await button('account_remove').click();
	await account.expectDone('account_removed');
	await expect(page.getByText(word('account_not_set')).first()).toBeVisible();
});

test('who asks is shown by a code, a passkey and an app', { tag: '@script' }, async ({ page, signIn, foyer }) => {
	const { button, heading, link } = signIn;
	await plugInAuthenticator(page);
	const account = openAccount(signIn);
	const phone = somePhone();
	await account.signUp(phone);

	await page.goto('/account/factors/passkey');
	await expect(heading('mfa_verify_title')).toBeVisible();
	await link('mfa_another').click();
	await link('mfa_factor_PhoneVerificationCode').click();
	await button('send_code').click();
	await expect(page.getByText(`•••• ${phone.slice(-4)}`)).toBeVisible();
	await signIn.readCode(phone);
	await expect(page.getByText(signIn.word('resent'))).toHaveCount(0);
	await foyer.advanceClock(61_000);
	await account.sendAgain();
	const code = await signIn.readCode(phone);
	await signIn.enter(code === '000000' ? '000001' : '000000');
	await expect(signIn.alert).toBeVisible();
	await signIn.enter(code);
	await button('mfa_bind_passkey_title').click();
	await expect(heading('account_passkey_title')).toBeVisible();

	await page.goto('/account/confirm?to=/account/factors/app');
	await button('mfa_passkey_submit').click();
	await expect(heading('mfa_bind_totp_title')).toBeVisible();
	const secret = await page.getByRole('definition').innerText();
	await signIn.enter(totpCode(secret));
	await account.expectDone('account_saved');

	await page.goto('/account/confirm?to=/account/password');
	await link('mfa_another').click();
	await link('mfa_factor_Totp').click();
	await signIn.enter('000000');
	await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_invalid_totp_code'));
	await signIn.enter(totpCode(secret, 1));
	await expect(signIn.newPassword).toBeVisible();
});

test('a passkey is added, named and removed', { tag: '@script' }, async ({ page, signIn }) => {
	const { button, heading, link } = signIn;
	await plugInAuthenticator(page);
	const account = openAccount(signIn);
	await account.signUp(somePhone());
	await page.goto('/account/factors');
	await account.row('mfa_bind_passkey_title').click();
	await account.confirm();
	await button('mfa_bind_passkey_title').click();
	await expect(heading('account_passkey_title')).toBeVisible();
	await account.passkeyName.fill('My phone');
	await button('account_save').click();
	await account.expectDone('account_saved');

	await page.getByRole('link', { name: /^My phone/ }).click();
	await account.passkeyName.fill('Old phone');
	await button('account_save').click();
	await page.getByRole('link', { name: /^Old phone/ }).click();
	await link('account_remove').click();
	await button('account_remove').click();
	await account.expectDone('account_removed');
	await expect(page.getByText('Old phone')).toBeHidden();
});

test('nobody is kept out of the account page', { tag: '@script' }, async ({ page, signIn }) => {
	test.slow();
	await bringAxe(page);
	const account = openAccount(signIn);
	await account.signUp(somePhone());
	const flaws = await violationsOn(page, '/account');
	for (const place of ['profile', 'phone', 'factors', 'sessions', 'applications', 'data', 'confirm']) {
		await page.goto(`/account/${place}`);
		flaws.push(...(await violationsOn(page, place)));
	}
	expect(flaws).toEqual([]);
});
