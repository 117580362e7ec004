// Signing in with a passkey alone: by a button of the first screen, and offered in its field.
import type { Page, Route } from '@playwright/test';
import { plugInAuthenticator } from '../support/authenticator.ts';
import { someUsername } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { presets } from '../support/presets.ts';

test.use({
	settings: {
		...presets.usernamePassword,
		mfa: { policy: 'UserControlled', factors: ['Totp', 'WebAuthn'] },
		passkeySignIn: { enabled: true }
	}
});

/** Somebody new who has added a passkey, and has left. */
async function leaveWithPasskey(signIn: SignInPages): Promise<string> {
	const me = someUsername();
	await signIn.start('register');
	await signIn.giveName(me);
	await signIn.choosePassword('correct horse battery staple', 'create_submit');
	await signIn.button('mfa_onboarding_submit').click();
	await signIn.link('mfa_factor_WebAuthn').click();
	await signIn.button('mfa_bind_passkey_title').click();
	await signIn.expectSignedIn(me);
	await signIn.signOut();
	return me;
}

/** In the page: the browser offers nothing in the field. */
function offerNothing() {
	PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
}

/** Each question for a challenge waits until it is let through. */
async function holdQuestions(page: Page) {
	const held: Route[] = [];
	await page.route('**/preflight/sign-in-passkey/authentication', (route) => void held.push(route));
	return { held, letThrough: () => held.at(-1)?.continue() };
}

test('one press is enough', { tag: '@script' }, async ({ page, signIn }) => {
	await page.addInitScript(offerNothing);
	await plugInAuthenticator(page);
	const me = await leaveWithPasskey(signIn);
	await signIn.start();
	await signIn.button('mfa_passkey_submit').click();
	await signIn.expectSignedIn(me);
});

test(
	'a second press does not disturb the first, which shows that it waits',
	{ tag: '@script' },
	async ({ page, signIn }) => {
		await page.addInitScript(offerNothing);
		await plugInAuthenticator(page);
		const me = await leaveWithPasskey(signIn);
		await signIn.start();
		const { held, letThrough } = await holdQuestions(page);
		await signIn.button('mfa_passkey_submit').dblclick();
		await expect(signIn.button('mfa_passkey_submit')).toHaveAttribute('data-pending');
		expect(held).toHaveLength(1);
		await letThrough();
		await signIn.expectSignedIn(me);
		expect(held).toHaveLength(1);
	}
);

test('what is offered in the field is renewed before it is too old', { tag: '@script' }, async ({ page, signIn }) => {
	await page.clock.install();
	await page.addInitScript(() => {
		PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(true);
		// Nobody chooses one; a browser offers one thing at a time.
		navigator.credentials.get = ({ signal } = {}) =>
			new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
	});
	let questions = 0;
	await page.route('**/preflight/sign-in-passkey/authentication', (route) => {
		questions++;
		return route.continue();
	});
	await signIn.start();
	await expect.poll(() => questions).toBe(1);
	for (const asked of [2, 3]) {
		await page.clock.fastForward(280_000);
		await expect.poll(() => questions).toBe(asked);
	}
	// A page that nobody looks at leaves the challenge to those that somebody does.
	await page.evaluate(() => (document.hasFocus = () => false));
	await page.clock.fastForward(600_000);
	await page.evaluate(() => {
		document.hasFocus = () => true;
		dispatchEvent(new Event('focus'));
	});
	await expect.poll(() => questions).toBe(4);
});

test('the browser offers it in the field, unasked', { tag: '@script' }, async ({ page, signIn }) => {
	// This one takes whatever it is offered, as somebody does who picks it from the list.
	await plugInAuthenticator(page);
	const me = await leaveWithPasskey(signIn);
	await page.goto('/demo-app');
	await signIn.link('demo_sign_in').click();
	await signIn.expectSignedIn(me);
});

test('who has none here is told so, and signs in another way', { tag: '@script' }, async ({ page, signIn }) => {
	const authenticator = await plugInAuthenticator(page);
	const me = await leaveWithPasskey(signIn);
	await authenticator.forget();
	await signIn.start();
	await signIn.button('mfa_passkey_submit').click();
	await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_webauthn_verification_failed'));
	const { held, letThrough } = await holdQuestions(page);
	await signIn.button('mfa_passkey_submit').click();
	await expect.poll(() => held.length).toBe(1);
	await expect(signIn.alert).toHaveCount(0);
	await letThrough();
	await expect(signIn.alert).toHaveText(signIn.word('error_session_mfa_webauthn_verification_failed'));
	await expect(signIn.button('mfa_passkey_submit')).not.toHaveAttribute('data-pending');
	await signIn.giveNameAndPassword(me, 'correct horse battery staple');
	await expect(signIn.heading('mfa_verify_title')).toBeVisible();
});

test('without script there is no button that would do nothing', async ({ page, signIn, script }) => {
	await signIn.start();
	await expect(signIn.username).toHaveAttribute('autocomplete', 'username webauthn');
	await expect(signIn.button('mfa_passkey_submit')).toBeVisible({ visible: script });
	await page.goto(page.url().replace('/sign-in', '/sign-in/passkey'));
	await expect(page.getByText(signIn.word('mfa_needs_script'))).toBeVisible({ visible: !script });
	await signIn.link('mfa_bind_another').click();
	await expect(signIn.username).toBeVisible();
});
