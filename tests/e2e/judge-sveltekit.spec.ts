// The example application with the real @logto/sveltekit, in Chromium, as its user meets it.
import type { Page } from '@playwright/test';
import { test as base, expect } from '../support/e2e.ts';
import { startExampleApp, type ExampleApp } from '../support/judges/example-app.ts';
import { typeCode } from '../support/judges/type-code.ts';
import { somePhone } from '../support/people.ts';
import type { Foyer } from '../support/server.ts';

const test = base.extend<object, { bookstore: ExampleApp }>({
	bookstore: [
		async ({ foyer }, use) => {
			const bookstore = await startExampleApp(foyer);
			await use(bookstore);
			await bookstore.stop();
		},
		{ scope: 'worker', timeout: 120_000 }
	]
});

/** Two development servers in one folder would write over each other: one project, one worker. */
test.describe.configure({ mode: 'serial' });

async function enterPhoneAndCode(page: Page, { inbox }: Foyer, phone: string, hasScript: boolean): Promise<void> {
	await page.getByLabel('Phone number').fill(`+${phone}`);
	await page.getByRole('button', { name: 'Send me a code' }).click();
	await typeCode(page, await inbox.codeFor(`+${phone}`), hasScript);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(`a bookstore that uses @logto/sveltekit, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
		test.use({ javaScriptEnabled });

		test(
			'signs somebody up, shares them with a second application, and signs them out everywhere',
			{ tag: '@script' },
			async ({ page, foyer, bookstore }) => {
				const phone = somePhone();
				await page.goto(bookstore.origin);
				await page.getByRole('button', { name: 'Create account' }).click();
				await expect(page).toHaveURL(/\/register\?/);
				await expect(page).toHaveTitle(/Bookstore/);
				await enterPhoneAndCode(page, foyer, phone, javaScriptEnabled);

				await expect(page).toHaveURL(`${bookstore.origin}/`);
				await expect(page.getByText(`You are signed in as +${phone}.`)).toBeVisible();
				await expect(page.getByRole('term').filter({ hasText: /^phone_number_verified$/ })).toBeVisible();
				await page.reload();
				await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();

				await page.goto(`${foyer.origin}/demo-app`);
				await page.getByRole('link', { name: 'Sign in', exact: true }).click();
				await expect(page.getByRole('definition').filter({ hasText: phone })).toBeVisible();

				await page.goto(bookstore.origin);
				await page.getByRole('button', { name: 'Sign out' }).click();
				await expect(page).toHaveURL(`${bookstore.origin}/`);
				await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();

				await page.getByRole('button', { name: 'Sign in' }).click();
				await expect(page).toHaveURL(/\/sign-in\?/);
				await expect(page.getByLabel('Phone number')).toBeVisible();

				await page.goto(`${bookstore.origin}/callback?error=access_denied`);
				await expect(page.getByText('You were not signed in.')).toBeVisible();
			}
		);
	});
}
