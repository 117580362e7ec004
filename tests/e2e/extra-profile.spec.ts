// What an installation wants to know besides: asked once, at the end of a registration.
import { answer, answerCode, go, tabTo } from '../support/keyboard.ts';
import { someEmail } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';
import { presets } from '../support/presets.ts';

test.use({
	settings: {
		...presets.emailCode,
		customProfileFields: [
			{
				name: 'fullname',
				type: 'Fullname',
				label: 'Your name',
				required: true,
				config: {
					parts: [
						{ name: 'givenName', enabled: true, required: true, label: 'First name' },
						{ name: 'familyName', enabled: true, required: false, label: 'Last name' }
					]
				}
			},
			{ name: 'website', type: 'Url', label: 'Website', required: false },
			{
				name: 'size',
				type: 'Select',
				label: 'Size',
				required: true,
				config: {
					options: [
						{ value: 's', label: 'Small' },
						{ value: 'l', label: 'Large' }
					]
				}
			},
			{ name: 'news', type: 'Checkbox', label: 'Send me news', required: false }
		],
		signUpProfileFields: null
	}
});

test('fields of every kind are filled in with a keyboard alone', async ({ page, signIn, script }) => {
	const me = someEmail();
	await page.goto('/demo-app');
	await go(signIn.link('demo_register'));
	await answer(signIn.email, me);
	await answerCode(signIn.code, await signIn.readCode(me), script);
	await expect(page.getByLabel('First name')).toBeFocused();
	await page.keyboard.type('Mia');
	await tabTo(page.getByLabel('Size'));
	await page.keyboard.type('Large');
	await tabTo(page.getByLabel('Send me news'));
	await page.keyboard.press('Space');
	await expect(page.getByLabel('Send me news')).toBeChecked();
	await go(signIn.button('continue'));
	await signIn.expectSignedIn(me);
});

test('fields of every kind are asked for once, and what is wrong is said beside them', async ({
	page,
	signIn,
	foyer
}) => {
	const me = someEmail();
	await signIn.start('register');
	await signIn.sendCodeTo(me);
	await signIn.enterCodeSentTo(me);
	await expect(signIn.heading('extra_title')).toBeVisible();
	await page.getByLabel('First name').fill('Mia');
	await expect(page.getByLabel('First name')).toHaveAttribute('autocomplete', 'given-name');
	await page.getByLabel('Size').selectOption('Large');
	await page.getByLabel('Send me news').check();
	// What a browser lets through, the API does not.
	await page.getByLabel(/^Website/).fill('ftp://example.com');
	await signIn.button('continue').click();
	await expect(signIn.alert).toHaveText(signIn.word('field_invalid'));
	await expect(page.getByLabel(/^Website/)).toBeFocused();
	await expect(page.getByLabel('First name')).toHaveValue('Mia');
	await expect(page.getByLabel('Size')).toHaveValue('l');
	await expect(page.getByLabel('Send me news')).toBeChecked();
	await page.getByLabel(/^Website/).fill('https://example.com');
	await signIn.button('continue').click();
	await signIn.expectSignedIn(me);

	await signIn.signOut();
	await foyer.advanceClock(61_000);
	await signIn.start();
	await signIn.sendCodeTo(me);
	await signIn.enterCodeSentTo(me);
	await signIn.expectSignedIn(me);
});
