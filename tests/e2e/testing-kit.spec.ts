// `foyer/testing/playwright` as somebody who tests an application of their own uses it.
import { expect, test } from '../../src/testing/playwright.ts';

test('somebody signs up and comes back with the fixtures alone, by phone and by mail', async ({
	page,
	foyer,
	people,
	pages
}) => {
	const application = `${foyer.origin}/demo-app`;
	for (const to of [people.phone(), people.email()]) {
		for (const visit of ['first', 'second']) {
			await page.goto(application);
			await page.locator('a[href*="/demo-app/"]').first().click();
			await pages.signIn(page, to);
			await expect(page, `${visit} visit of ${to}`).toHaveURL(application);
			await expect(page.getByRole('definition').filter({ hasText: to }).first()).toBeVisible();
			await page.getByRole('button', { name: 'Sign out' }).click();
			await foyer.clock.advance(61_000);
		}
	}
	expect((await people.inbox.messages()).length).toBe(4);
});

test('a code that never arrives is asked for all the same', async ({ page, foyer, people, pages }) => {
	await page.goto(`${foyer.origin}/demo-app`);
	await page.locator('a[href*="/demo-app/"]').first().click();
	await pages.askForCode(page, people.phoneWith('never-delivered'));
	expect(await people.inbox.messages()).toEqual([]);
});
