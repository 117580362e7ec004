// A person at the account page, who shows who they are with a keyboard alone.
import { answer } from './keyboard.ts';
import { expect, type SignInPages } from './pages.ts';
import { presets } from './presets.ts';

export const phrase = 'correct horse battery staple';
export const another = 'a quite different long phrase';

/** Numbers with codes and passwords, and every factor that can be set up beside them; nobody is asked to. */
export const accountSettings = {
	...presets.phoneCodeWithPassword,
	mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] },
	sendPolicy: { perIdentifier: [{ count: 100, seconds: 60 }], perIp: [{ count: 100_000, seconds: 60 }] }
};

export type AccountPages = ReturnType<typeof openAccount>;

export function openAccount(signIn: SignInPages) {
	const { page, word, heading } = signIn;
	const row = (key: string) => page.getByRole('link', { name: new RegExp(`^${word(key)}`) });
	const pages = {
		row,
		name: page.getByLabel(word('account_name'), { exact: true }),
		passkeyName: page.getByLabel(word('account_passkey_name'), { exact: true }),
		/** Beside a password, for its manager. */
		login: page.locator('form:has([type=password]) input[autocomplete=username]'),
		status: page.getByRole('status').filter({ hasText: /\S/ }).first(),
		async open() {
			await page.goto('/account');
			await expect(heading('account_title')).toBeVisible();
		},
		/** Somebody new, with a number and a password. */
		async signUp(phone: string) {
			await signIn.start('register');
			await signIn.sendCodeTo(phone);
			await signIn.enterCodeSentTo(phone);
			await signIn.choosePassword(phrase, 'continue');
			await signIn.expectSignedIn(phone);
			await pages.open();
		},
		async confirm(password = phrase) {
			await expect(heading('mfa_verify_title')).toBeVisible();
			await answer(signIn.password, password);
		},
		/** The button of these pages goes by the real time, which tests do not move. */
		async sendAgain() {
			await page.locator('form:has(resend-clock)').evaluate((form: HTMLFormElement) => form.requestSubmit());
			await expect(page.getByText(word('resent'))).toBeVisible();
		},
		async expectDone(key: string) {
			await expect(page.getByText(word(key), { exact: true })).toBeVisible();
		}
	};
	return pages;
}
