// Typing the code: with script its last digit sends the form, without it the button does.
import type { Page } from '@playwright/test';

export async function typeCode(page: Page, code: string, hasScript: boolean | undefined): Promise<void> {
	await page.getByLabel('6-digit code').fill(code);
	if (hasScript === false) await page.getByRole('button', { name: 'Continue' }).click();
	else await page.waitForURL((url) => !url.pathname.endsWith('/verification-code'));
}
