// A person at Foyer's pages, in a browser that Playwright drives; whatever language the pages speak.
import type { Page } from '@playwright/test';
import type { Foyer } from './start-foyer.ts';

export type HostedPages = {
	/** From the first screen back to the application; somebody unknown gets an account. With script and without. */
	signIn(page: Page, to: string): Promise<void>;
	/** The first screen: fills in the number (E.164) or address, and asks for a code. Done, too, when it is refused one. */
	askForCode(page: Page, to: string): Promise<void>;
	/** The second screen: reads the next code of the inbox and sends it. */
	enterCode(page: Page, to: string): Promise<void>;
};

/** Of the page with the code only: a press that comes late must not meet the button of the next page. */
const submitCode = 'form:has(input[name="code"]) button[data-variant="filled"]';
const pressMs = 5000;

export function createHostedPages(foyer: Pick<Foyer, 'origin' | 'inbox'>): HostedPages {
	const pages: HostedPages = {
		async askForCode(page, to) {
			const kind = to.includes('@') ? 'email' : 'phone';
			const fields = page.locator(`form:has(input[name="kind"][value="${kind}"])`);
			const switchover = page.locator(`a[href*="kind=${kind}"]`);
			// A browser that remembers accounts asks first which one it is to be.
			const another = page.locator('a[href*="another=1"]');
			await fields.or(switchover).or(another).first().waitFor();
			if (!(await fields.or(switchover).count())) await another.first().click();
			await fields.or(switchover).first().waitFor();
			if (!(await fields.count())) await switchover.first().click();
			await fields.locator('input[name="identifier"]').fill(to);
			// A form has one of them; beside accounts that are remembered it is not the filled one.
			await fields.locator('button[data-variant]').click();
			await page.locator('input[name="code"], [role="alert"]').first().waitFor();
		},
		async enterCode(page, to) {
			const code = await foyer.inbox.nextCode(to);
			const here = page.url();
			const gone = page.waitForURL((url) => url.href !== here);
			await page.locator('input[name="code"]').fill(code);
			// With script the last digit has sent the form: then there may be nothing left to press.
			const pressed = page.locator(submitCode).click({ timeout: pressMs });
			await Promise.race([gone, pressed.catch(() => undefined)]);
			await gone;
		},
		async signIn(page, to) {
			await pages.askForCode(page, to);
			await pages.enterCode(page, to);
			if (new URL(page.url()).origin !== foyer.origin) return;
			const question = page.locator(`form:has(input[name="verificationId"]) button[data-variant="filled"]`);
			if (await question.count()) await question.click();
		}
	};
	return pages;
}
