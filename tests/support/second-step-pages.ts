// People at the pages of second factors: signing up to the offer, setting one up with a keyboard alone, coming back.
import { totpCode } from './authenticator-app.ts';
import { go } from './keyboard.ts';
import { expect, type SignInPages } from './pages.ts';
import { someUsername } from './people.ts';
import { presets } from './presets.ts';

const good = 'correct horse battery staple';

/** Names and passwords, and every factor that can stand beside them. */
export const secondFactorSettings = {
	...presets.usernamePassword,
	mfa: { policy: 'UserControlled', factors: ['Totp', 'WebAuthn', 'BackupCode', 'PhoneVerificationCode'] },
	sendPolicy: { perIdentifier: [{ count: 100, seconds: 60 }], perIp: [{ count: 100_000, seconds: 60 }] }
};

/** Somebody new, up to the offer of a second step. */
export async function signUp(signIn: SignInPages): Promise<string> {
	const me = someUsername();
	await signIn.start('register');
	await signIn.giveName(me);
	await signIn.choosePassword(good, 'create_submit');
	await expect(signIn.heading('mfa_onboarding_title')).toBeVisible();
	return me;
}

export async function signInAgain(signIn: SignInPages, me: string) {
	await signIn.signOut();
	await signIn.start();
	await signIn.giveNameAndPassword(me, good);
}

export async function setUpApp(signIn: SignInPages): Promise<string> {
	await go(signIn.button('mfa_onboarding_submit'));
	await go(signIn.button('mfa_factor_Totp'));
	await expect(signIn.heading('mfa_bind_totp_title')).toBeVisible();
	await expect(signIn.page.getByAltText(signIn.word('mfa_bind_totp_qr'))).toBeVisible();
	const secret = await signIn.page.getByRole('definition').innerText();
	await signIn.enter(totpCode(secret));
	return secret;
}

/** Shown once: read, said to be saved. */
export async function saveBackupCodes(signIn: SignInPages): Promise<string[]> {
	await expect(signIn.heading('mfa_backup_title')).toBeVisible();
	await go(signIn.button('mfa_backup_show'));
	await expect(signIn.page.getByRole('listitem').first()).toBeVisible();
	const codes = await signIn.page.locator('ol').getByRole('listitem').allInnerTexts();
	expect(codes).toHaveLength(10);
	await go(signIn.button('mfa_backup_saved'));
	return codes;
}
