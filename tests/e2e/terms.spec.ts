// Terms that have to be agreed to by a tick: asked once, refused without, and not by the browser alone.
import { answerCode, go, tabTo } from '../support/keyboard.ts';
import { someEmail } from '../support/people.ts';
import { openMachine } from '../support/management.ts';
import { expect, test } from '../support/pages.ts';

const termsOfUseUrl = 'https://bookstore.example/terms';
test.use({ settings: { termsOfUseUrl, agreeToTermsPolicy: 'Manual' } });

test('somebody new agrees on the first screen, is not asked again, and it is kept', async ({ page, signIn, foyer }) => {
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
	await expect(box).toBeFocused();
	await expect(signIn.email).toHaveValue(me);
	await box.check();
	await signIn.button('send_code').click();
	await signIn.enterCodeSentTo(me);
	await expect(signIn.heading('create_title')).toBeVisible();
	await expect(box).toHaveCount(0);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	const machine = await openMachine(foyer);
	const { body } = await machine.api('GET', `users?search=${me}`);
	expect(body).toMatchObject([{ primaryEmail: me, agreedTerms: { termsOfUseUrl, privacyPolicyUrl: null } }]);
});

test('with a keyboard alone: the space bar says yes', async ({ page, signIn, script }) => {
	const me = someEmail();
	await page.goto('/demo-app');
	await go(signIn.link('demo_sign_in'));
	await go(signIn.link('use_email'));
	await expect(signIn.email).toBeFocused();
	await page.keyboard.type(me);
	await tabTo(page.getByRole('checkbox', { name: 'I agree to the Terms of Use.' }));
	await page.keyboard.press('Space');
	await go(signIn.button('send_code'));
	await answerCode(signIn.code, await signIn.readCode(me), script);
	await go(signIn.button('create_submit'));
	await signIn.expectSignedIn(me);

	// Among accounts, Enter in the box means none of them.
	await signIn.signOut();
	await go(signIn.link('demo_sign_in'));
	await expect(signIn.heading('choose_title')).toBeVisible();
	await tabTo(page.getByRole('checkbox', { name: 'I agree to the Terms of Use.' }));
	await page.keyboard.press('Space');
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.method()));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('checkbox', { name: 'I agree to the Terms of Use.' })).toBeChecked();
	expect(sent).toEqual([]);
});
