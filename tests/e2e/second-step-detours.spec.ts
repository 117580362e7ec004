// Second factors when things go otherwise: a wrong code, a lost device, a no, a reload.
import { totpCode } from '../support/authenticator-app.ts';
import { openMachine } from '../support/management.ts';
import { expect, openPages, test } from '../support/pages.ts';
import { somePhone } from '../support/people.ts';
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
		await expect(signIn.page.getByText(signIn.word('mfa_lost_no_support'))).toBeVisible();
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

test('a factor that is switched off half-way leads to those that are left, and straight on without any', async ({
	signIn,
	foyer,
	script
}) => {
	const me = await signUp(signIn);
	await setUpApp(signIn);
	await saveBackupCodes(signIn);
	await signIn.expectSignedIn(me);
	const machine = await openMachine(foyer);
	const { body } = await machine.api('GET', `users?search.username=${me}`);
	const [{ id = '' } = {}] = body as { id?: string }[];
	await machine.api('PATCH', `users/${id}`, { primaryPhone: somePhone() });
	const { factors } = secondFactorSettings.mfa;
	const offer = (offered: string[]) => machine.api('PATCH', 'sign-in-exp', { mfa: { factors: offered } });

	try {
		await signInAgain(signIn, me);
		await expect(signIn.page.getByText(signIn.word('mfa_totp_lead'))).toBeVisible();
		await offer(factors.filter((factor) => factor !== 'Totp'));
		await signIn.page.reload();
		await expect(signIn.page.getByRole('status')).toHaveText(signIn.word('mfa_factor_gone'));
		await expect(signIn.link('mfa_factor_Totp')).toHaveCount(0);
		await signIn.link('mfa_factor_PhoneVerificationCode').click();
		await expect(signIn.button('send_code')).toBeVisible();

		await offer([]);
		await signIn.page.reload();
		if (!script) {
			await expect(signIn.heading('mfa_over_title')).toBeVisible();
			await signIn.button('continue').click();
		}
		await signIn.expectSignedIn(me);
	} finally {
		await offer(factors);
	}
});

test('who trusts the browser is not asked there again, and is elsewhere', async ({
	signIn,
	foyer,
	script,
	browser
}) => {
	const me = await signUp(signIn);
	const secret = await setUpApp(signIn);
	await saveBackupCodes(signIn);
	await signIn.expectSignedIn(me);
	const machine = await openMachine(foyer);
	const offer = (enabled: boolean) => machine.api('PATCH', 'sign-in-exp', { trustedDevice: { enabled } });

	await offer(true);
	try {
		await signInAgain(signIn, me);
		const box = signIn.page.getByRole('checkbox', { name: signIn.word('mfa_trust_device') });
		await box.check();
		await signIn.code.fill('000000');
		await signIn.button('verify_submit').click();
		await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_invalid_totp_code'));
		await expect(box).toBeChecked();
		await signIn.code.fill(totpCode(secret, 1));
		await signIn.button('verify_submit').click();
		await signIn.expectSignedIn(me);
		await signInAgain(signIn, me);
		await signIn.expectSignedIn(me);

		const context = await browser.newContext({ baseURL: foyer.origin, javaScriptEnabled: script });
		const elsewhere = openPages({ page: await context.newPage(), foyer, script });
		await elsewhere.start();
		await elsewhere.giveNameAndPassword(me, 'correct horse battery staple');
		await expect(elsewhere.heading('mfa_verify_title')).toBeVisible();
		await context.close();
	} finally {
		await offer(false);
	}
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
