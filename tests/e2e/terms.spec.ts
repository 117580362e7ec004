// Terms that have to be agreed to by a tick: asked once, refused without, and not by the browser alone.
import { someEmail } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

const termsOfUseUrl = 'https://bookstore.example/terms';
test.use({ settings: { termsOfUseUrl, agreeToTermsPolicy: 'Manual' } });

test('somebody new agrees on the first screen, and is not asked again', async ({ page, signIn }) => {
	const me = someEmail();
	const box = page.getByRole('checkbox', { name: 'I agree to the Terms of Use.' });
	await signIn.start();
	await signIn.fillIn(me);
	await expect(page.getByRole('link', { name: 'Terms of Use' })).toHaveAttribute('href', termsOfUseUrl);
	await page
		.locator('form')
		.evaluateAll((forms: HTMLFormElement[]) => forms.forEach((form) => (form.noValidate = true)));
	await signIn.button('send_code').click();
	await expect(signIn.alert).toHaveText(signIn.word('error_user_terms_not_accepted'));
	await expect(box).toHaveAccessibleDescription(signIn.word('error_user_terms_not_accepted'));
	await expect(signIn.email).toHaveValue(me);
	await box.check();
	await signIn.button('send_code').click();
	await signIn.enterCodeSentTo(me);
	await expect(signIn.heading('create_title')).toBeVisible();
	await expect(box).toHaveCount(0);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});
