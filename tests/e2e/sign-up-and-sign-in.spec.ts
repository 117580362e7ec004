// The main job: somebody new, and the same person again, by phone and by email.
import { go } from '../support/keyboard.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

for (const [channel, someone] of [
	['phone', somePhone],
	['email', someEmail]
] as const) {
	test.describe(`a person with a ${channel}`, () => {
		test('signs up, signs out, and signs in again', async ({ page, signIn, foyer }) => {
			const me = someone();
			await signIn.start();
			await signIn.sendCodeTo(me);
			await expect(page.locator('bdi')).toHaveText(channel === 'phone' ? /^\+86 134 \d{4} \d{4}$/ : me);
			await signIn.enterCodeSentTo(me);

			await expect(page.getByText('No account yet for')).toBeVisible();
			await signIn.createAccount();
			await signIn.expectSignedIn(me);
			await expect(page.getByRole('heading')).toHaveText(
				channel === 'phone' ? /^Hello,\s\+86\s134\s\d{4}\s\d{4}$/ : `Hello, ${me}`
			);
			await expect(page.getByRole('term').filter({ hasText: 'refresh_token' })).toBeVisible();
			await signIn.signOut();

			await foyer.advanceClock(61_000);
			await signIn.start();
			await signIn.sendCodeTo(me);
			await signIn.enterCodeSentTo(me);
			await signIn.expectSignedIn(me);
		});

		test('signs up from the register screen without being asked twice', async ({ page, signIn }) => {
			const me = someone();
			await signIn.start('register');
			await expect(page).toHaveURL(/\/register\?/);
			await signIn.sendCodeTo(me);
			await signIn.enterCodeSentTo(me);
			await signIn.expectSignedIn(me);
		});

		test('is offered to sign in where the account exists already', async ({ page, signIn, foyer }) => {
			const me = someone();
			await signIn.signUp(me);
			await signIn.signOut();
			await foyer.advanceClock(61_000);

			await signIn.start('register');
			await signIn.sendCodeTo(me);
			await signIn.enterCodeSentTo(me);
			await expect(page.getByRole('heading', { name: 'Sign in instead?' })).toBeVisible();
			await go(signIn.button('existing_submit'));
			await signIn.expectSignedIn(me);
		});
	});
}

test('somebody who is signed in already is not asked again', async ({ page, signIn }) => {
	const me = somePhone();
	await signIn.signUp(me);
	await page.context().clearCookies({ name: /^foyer_demo/ });
	await page.goto('/demo-app');
	await signIn.link('demo_sign_in').click();
	await signIn.expectSignedIn(me);
});
