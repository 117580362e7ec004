// Second factors when things go otherwise: a wrong code, a lost device, a no, a reload.
import { totpCode } from '../support/authenticator-app.ts';
import { expect, test } from '../support/pages.ts';
import { saveBackupCodes, secondFactorSettings, setUpApp, signInAgain, signUp } from '../support/second-step-pages.ts';

test.use({ settings: secondFactorSettings });

test('a wrong code at the set-up keeps the key', async ({ signIn }) => {
	await signUp(signIn);
	await signIn.button('mfa_onboarding_submit').click();
	await signIn.button('mfa_factor_Totp').click();
	const secret = await signIn.page.getByRole('definition').innerText();
	await signIn.enter('000000');
	await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_invalid_totp_code'));
	expect(await signIn.page.getByRole('definition').innerText()).toBe(secret);
	await signIn.enter(totpCode(secret));
	await expect(signIn.heading('mfa_backup_title')).toBeVisible();
});

test('who has lost the device types a backup code, each once', async ({ signIn }) => {
	const me = await signUp(signIn);
	await setUpApp(signIn);
	const [code = ''] = await saveBackupCodes(signIn);
	await signIn.expectSignedIn(me);

	for (const isFirst of [true, false]) {
		await signInAgain(signIn, me);
		await signIn.link('mfa_another').click();
		await expect(signIn.page.getByText(signIn.word('mfa_lost'))).toBeVisible();
		await signIn.link('mfa_factor_BackupCode').click();
		await signIn.page.getByLabel(signIn.word('mfa_backup_label'), { exact: true }).fill(code.toUpperCase());
		await signIn.button('verify_submit').click();
		if (isFirst) await signIn.expectSignedIn(me);
	}
	await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_invalid_backup_code'));
});

test('who declines is not asked again', async ({ signIn }) => {
	const me = await signUp(signIn);
	await signIn.button('mfa_not_now').click();
	await signIn.expectSignedIn(me);
	await signInAgain(signIn, me);
	await signIn.expectSignedIn(me);
});

test('reload and Back lose nothing half-way', async ({ signIn }) => {
	const me = await signUp(signIn);
	await signIn.button('mfa_onboarding_submit').click();
	await signIn.button('mfa_factor_Totp').click();
	const secret = await signIn.page.getByRole('definition').innerText();
	await signIn.page.reload();
	expect(await signIn.page.getByRole('definition').innerText()).toBe(secret);
	await signIn.enter(totpCode(secret));
	await expect(signIn.heading('mfa_backup_title')).toBeVisible();
	await signIn.page.reload();
	await saveBackupCodes(signIn);
	await signIn.expectSignedIn(me);
});
