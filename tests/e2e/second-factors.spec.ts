// Second factors at the pages: set up and shown, with script and without.
import { plugInAuthenticator as plugIn } from '../support/authenticator.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { answer, answerCode, go } from '../support/keyboard.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { somePhone } from '../support/people.ts';
import { saveBackupCodes, secondFactorSettings, setUpApp, signInAgain, signUp } from '../support/second-step-pages.ts';

test.use({ settings: secondFactorSettings });

test('an app is set up with a code of it, and asked for the next time, with a keyboard alone', async ({
	signIn,
	script
}) => {
	const me = await signUp(signIn);
	const secret = await setUpApp(signIn);
	await saveBackupCodes(signIn);
	await signIn.expectSignedIn(me);

	await signInAgain(signIn, me);
	await expect(signIn.heading('mfa_verify_title')).toBeVisible();
	await answerCode(signIn.code, '000000', script);
	await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_invalid_totp_code'));
	await answerCode(signIn.code, totpCode(secret, 1), script);
	await signIn.expectSignedIn(me);
});

test('a number is given, and gets the codes from then on', async ({ signIn }) => {
	const phone = somePhone();
	const me = await signUp(signIn);
	await signIn.button('mfa_onboarding_submit').click();
	await signIn.link('mfa_factor_PhoneVerificationCode').click();
	await signIn.sendCodeTo(phone);
	await signIn.enterCodeSentTo(phone);
	await signIn.expectSignedIn(me);

	await signInAgain(signIn, me);
	await expect(signIn.page.getByText(`•••• ${phone.slice(-4)}`)).toBeVisible();
	expect(await signIn.page.content()).not.toContain(phone);
	const first = await signIn.readCode(phone);
	await signIn.enter(first === '000000' ? '000001' : '000000');
	await expect(signIn.alert).toBeVisible();
	await signIn.enter(first);
	await signIn.expectSignedIn(me);
});

test.describe('a passkey', () => {
	test('is made and used by one press', { tag: '@script' }, async ({ signIn, page }) => {
		await plugIn(page);
		const me = await signUp(signIn);
		await addPasskey(signIn);
		await saveBackupCodes(signIn);
		await signIn.expectSignedIn(me);

		await signInAgain(signIn, me);
		await signIn.button('mfa_passkey_submit').click();
		await signIn.expectSignedIn(me);
	});

	test('whose counter went back is refused, and another way is open', { tag: '@script' }, async ({ signIn, page }) => {
		const authenticator = await plugIn(page);
		const me = await signUp(signIn);
		await addPasskey(signIn);
		const [code = ''] = await saveBackupCodes(signIn);
		await signIn.expectSignedIn(me);
		await signInAgain(signIn, me);
		await signIn.button('mfa_passkey_submit').click();
		await signIn.expectSignedIn(me);

		await signInAgain(signIn, me);
		await authenticator.turnBack();
		await go(signIn.button('mfa_passkey_submit'));
		await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_webauthn_verification_failed'));
		await go(signIn.link('mfa_another'));
		await go(signIn.link('mfa_factor_BackupCode'));
		await answer(signIn.page.getByLabel(signIn.word('mfa_backup_label'), { exact: true }), code);
		await signIn.expectSignedIn(me);
	});

	test(
		'answers on another origin of the same host for nothing',
		{ tag: '@script' },
		async ({ signIn, page, foyer }) => {
			await plugIn(page);
			const me = await signUp(signIn);
			await addPasskey(signIn);
			await saveBackupCodes(signIn);
			await signIn.expectSignedIn(me);
			await signInAgain(signIn, me);
			await expect(signIn.button('mfa_passkey_submit')).toBeVisible();

			const asked = await page.evaluate(askForOptions);
			const home = page.url();
			// Another port of the same host: passkeys of that host answer there, too.
			await page.goto(foyer.sandbox.url.replace('127.0.0.1', 'localhost'));
			const payload = await page.evaluate(answerChallenge, asked.authenticationOptions);
			await page.goto(home);
			await page.evaluate(postAnswer, { verificationId: asked.verificationId, payload });
			await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_webauthn_verification_failed'));
			await signIn.button('mfa_passkey_submit').click();
			await signIn.expectSignedIn(me);
		}
	);

	test('that the person does not confirm leaves the page as it was', { tag: '@script' }, async ({ signIn, page }) => {
		const authenticator = await plugIn(page);
		const me = await signUp(signIn);
		await authenticator.refuse();
		await signIn.button('mfa_onboarding_submit').click();
		await signIn.link('mfa_factor_WebAuthn').click();
		await signIn.button('mfa_bind_passkey_title').click();
		await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_webauthn_verification_failed'));
		await authenticator.agree();
		await signIn.button('mfa_bind_passkey_title').click();
		await saveBackupCodes(signIn);
		await signIn.expectSignedIn(me);
	});

	test('says what is missing where no script runs', async ({ signIn, script }) => {
		await signUp(signIn);
		await signIn.button('mfa_onboarding_submit').click();
		await signIn.link('mfa_factor_WebAuthn').click();
		await expect(signIn.heading('mfa_bind_passkey_title')).toBeVisible();
		await expect(signIn.page.getByText(signIn.word('mfa_needs_script'))).toBeVisible({ visible: !script });
		await signIn.link('mfa_bind_another').click();
		await expect(signIn.button('mfa_factor_Totp')).toBeVisible();
	});
});

async function addPasskey(signIn: SignInPages) {
	await signIn.button('mfa_onboarding_submit').click();
	await signIn.link('mfa_factor_WebAuthn').click();
	await signIn.button('mfa_bind_passkey_title').click();
}

/** In the page: what its own button would ask for. */
async function askForOptions() {
	const query = new URLSearchParams(location.search);
	const response = await fetch('/api/experience/verification/web-authn/authentication', {
		method: 'POST',
		headers: { 'logto-app-id': query.get('app_id') ?? '', 'foyer-interaction': query.get('uid') ?? '' }
	});
	return (await response.json()) as {
		verificationId: string;
		authenticationOptions: PublicKeyCredentialRequestOptionsJSON;
	};
}

/** In a page elsewhere. */
async function answerChallenge(options: PublicKeyCredentialRequestOptionsJSON) {
	const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
	return JSON.stringify(await navigator.credentials.get({ publicKey }));
}

/** In the page: whatever somebody would have it post. */
function postAnswer(answer: { verificationId: string; payload: string }) {
	const form = document.querySelector<HTMLFormElement>('passkey-form form');
	for (const [name, value] of Object.entries(answer)) {
		const field = form?.elements.namedItem(name);
		if (field instanceof HTMLInputElement) field.value = value;
	}
	form?.requestSubmit();
}
