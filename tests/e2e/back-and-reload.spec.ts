// Back and reload at every step: always signed in at the end, or at a page that says how to go on.
import type { Page } from '@playwright/test';
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

async function goBack(page: Page): Promise<void> {
	await page.goBack({ waitUntil: 'domcontentloaded' });
}

test.describe('the Back button', () => {
	test('from the code leads to the number, which can be sent again or corrected', async ({ page, signIn, foyer }) => {
		const me = somePhone();
		await signIn.start();
		await signIn.sendCodeTo(me);
		await goBack(page);
		await expect(signIn.phone).toHaveValue(me.slice(2));
		await signIn.button('send_code').click();
		await expect(signIn.heading('verify_title')).toBeVisible();
		expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);

		await goBack(page);
		const corrected = somePhone();
		await signIn.sendCodeTo(corrected);
		await signIn.enterCodeSentTo(corrected);
		await signIn.createAccount();
		await signIn.expectSignedIn(corrected);
	});

	test('from the question leads to the code, which is still good', async ({ page, signIn }) => {
		const me = somePhone();
		await signIn.start();
		await signIn.sendCodeTo(me);
		const code = await signIn.readCode(me);
		await signIn.enter(code);
		await expect(signIn.heading('create_title')).toBeVisible();
		await goBack(page);
		await signIn.enter(code);
		await signIn.createAccount();
		await signIn.expectSignedIn(me);
	});

	test('leads back to a page that was refused', async ({ page, signIn }) => {
		await signIn.start();
		await signIn.phone.fill('12');
		await signIn.button('send_code').click();
		await expect(signIn.alert).toBeVisible();
		await signIn.link('use_email').click();
		await expect(signIn.email).toBeVisible();
		await goBack(page);
		await expect(signIn.phone).toHaveValue('12');
	});

	test('from the application leads to a page with a way on', async ({ page, signIn }) => {
		const me = somePhone();
		await signIn.signUp(me);
		await goBack(page);
		await expect(page.getByText('Go back to the app and sign in again.')).toBeVisible();
		await page.goForward();
		await signIn.expectSignedIn(me);
	});
});

test('a reload changes nothing, at any step', async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	await page.reload();
	await signIn.sendCodeTo(me);
	await page.reload();
	const code = await signIn.readCode(me);
	await signIn.enter(code === '000000' ? '000001' : '000000');
	await expect(signIn.alert).toContainText('4 tries left');
	await page.reload();
	await expect(signIn.alert).toBeVisible();

	await signIn.enter(code);
	await expect(signIn.heading('create_title')).toBeVisible();
	await page.reload();
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	await page.reload();
	await signIn.expectSignedIn(me);
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);
});
