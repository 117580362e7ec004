// The main screens on the routes that people take to them, in every look: nobody is kept out, and nothing overflows.
// One walk a language; at each screen the theme and the width change where it stands.
import type { Page } from '@playwright/test';
import { bringAxe, violationsOn } from '../support/axe.ts';
import { test as base, expect } from '../support/e2e.ts';
import { authorize, discover } from '../support/judges/openid-session.ts';
import { layoutFlaws } from '../support/layout-flaws.ts';
import { openMachine } from '../support/management.ts';
import { openPages } from '../support/pages.ts';
import { someEmail } from '../support/people.ts';
import { presets } from '../support/presets.ts';

const test = base.extend<object, { thirdParty: Awaited<ReturnType<typeof discover>> }>({
	thirdParty: [
		async ({ foyer }, use) => {
			const redirectUris = ['http://127.0.0.1:9/callback'];
			const application = await foyer.createApplication({ redirectUris, more: ['--third-party'] });
			await use(await discover(foyer.origin, application));
		},
		{ scope: 'worker', timeout: 90_000 }
	]
});
test.use({ settings: presets.emailOrPhoneWithPassword });
test.describe.configure({ mode: 'parallel' });

const phrase = 'correct horse battery staple';

for (const lang of ['en', 'zh-CN', 'ar']) {
	test.describe(`in ${lang}`, () => {
		test.use({ locale: lang });

		test('the main screens keep nobody out', async ({ page, foyer, thirdParty }) => {
			test.slow();
			const flaws: string[] = [];
			await bringAxe(page);
			page.on('console', (message) => {
				// What was refused on purpose is an answer of its own.
				const isRefusal = /status of (400|422)/.test(message.text());
				if (message.type() === 'error' && !isRefusal) flaws.push(`${page.url()}: ${message.text()}`);
			});
			page.on('pageerror', (error) => flaws.push(`${page.url()}: ${error.message}`));
			const look = async (screen: string) => flaws.push(...(await flawsInEveryLook(page, `${screen}, ${lang}`)));
			const pages = openPages({ page, foyer, script: true, locale: lang });
			const me = someEmail();

			await pages.start('register');
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await pages.fillIn(me);
			await look('register');
			await pages.sendCodeTo(me);
			const code = await pages.readCode(me);
			await pages.enter(code === '000000' ? '000001' : '000000');
			await expect(pages.alert).toBeVisible();
			await look('code, refused');
			await pages.enter(code);
			await pages.choosePassword('1234567');
			await expect(pages.alert).toBeVisible();
			await look('new password, refused');
			await pages.choosePassword(phrase);
			await pages.expectSignedIn(me);

			const { url } = await authorize(thirdParty, { scope: 'openid profile email offline_access' });
			await page.goto(url.href);
			await expect(pages.button('consent_allow')).toBeVisible();
			await look('consent');

			await page.context().clearCookies();
			await pages.start();
			await look('sign-in');
			await pages.fillIn(me);
			await pages.button('continue').click();
			await expect(pages.heading('password_title')).toBeVisible();
			await look('password');

			const machine = await openMachine(foyer);
			await machine.api('PATCH', 'sign-in-exp', presets.usernamePassword);
			try {
				await page.context().clearCookies();
				await pages.start();
				await expect(pages.button('password_submit')).toBeVisible();
				await look('sign-in with a password');
			} finally {
				await machine.api('PATCH', 'sign-in-exp', presets.emailOrPhoneWithPassword);
			}
			expect(flaws).toEqual([]);
		});
	});
}

async function flawsInEveryLook(page: Page, screen: string): Promise<string[]> {
	const flaws: string[] = [];
	for (const width of [320, 390, 1280]) {
		await page.setViewportSize({ width, height: 844 });
		flaws.push(...(await layoutFlaws(page, `${screen}, ${width} px`, { script: false })));
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			flaws.push(...(await violationsOn(page, `${screen}, ${width} px, ${colorScheme}`)));
		}
	}
	return flaws;
}
