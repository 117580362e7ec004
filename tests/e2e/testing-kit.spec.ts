// `foyer/testing/playwright` as somebody who tests an application of their own uses it.
import { expect, test } from '../../src/testing/playwright.ts';

test('people sign up by phone and by mail, and come back, with the fixtures alone', async ({
	page,
	foyer,
	people,
	pages
}) => {
	// Three whole sign-ins in one test.
	test.slow();
	const application = `${foyer.origin}/demo-app`;
	const phone = people.phone();
	for (const to of [phone, people.email(), phone]) {
		await page.goto(application);
		await page.locator('a[href*="/demo-app/"]').first().click();
		await pages.signIn(page, to);
		await expect(page).toHaveURL(application);
		// The claim of a number has no plus.
		await expect(
			page
				.getByRole('definition')
				.filter({ hasText: to.replace('+', '') })
				.first()
		).toBeVisible();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await foyer.clock.advance(61_000);
	}
	expect(await people.inbox.messages()).toHaveLength(3);
});

test('a code that never arrives is asked for all the same', async ({ page, foyer, people, pages }) => {
	await page.goto(`${foyer.origin}/demo-app`);
	await page.locator('a[href*="/demo-app/"]').first().click();
	await pages.askForCode(page, people.phoneWith('never-delivered'));
	expect(await people.inbox.messages()).toEqual([]);
});

test('a code that is refused ends the wait for it, too', async ({ page, foyer, people, pages }) => {
	await page.goto(`${foyer.origin}/demo-app`);
	await page.locator('a[href*="/demo-app/"]').first().click();
	const phone = people.phone();
	await people.fault({ action: 'SendSms', code: 'isv.AMOUNT_NOT_ENOUGH' });
	await pages.askForCode(page, phone);
	await expect(page.getByRole('alert')).toContainText('We can’t send codes right now');
});
