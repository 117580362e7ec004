// Which language a page speaks, and how a person changes it.
import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

const html = (page: Page) => page.locator('html');

test.describe('a browser that prefers Chinese', () => {
	test.use({ locale: 'zh-CN' });

	test('signs up in Chinese, with a message in Chinese', { tag: '@once' }, async ({ page, signIn, foyer }) => {
		const me = somePhone();
		await signIn.start();
		await expect(html(page)).toHaveAttribute('lang', 'zh-CN');
		await expect(html(page)).toHaveAttribute('dir', 'ltr');
		await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
		await signIn.sendCodeTo(me);
		await expect(page.getByRole('heading')).toHaveText('输入6位验证码');
		expect((await foyer.inbox.messageFor(`+${me}`)).text).toContain('验证码');
		await signIn.enterCodeSentTo(me);
		await signIn.createAccount();
		await signIn.expectSignedIn(me);
	});

	test('changes to English at the code, without losing it', async ({ page, signIn, script }) => {
		const me = somePhone();
		// As in browsers inside other apps.
		await page.addInitScript(() =>
			Object.defineProperty(window, 'sessionStorage', {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			})
		);
		await signIn.start();
		await signIn.sendCodeTo(me);
		const code = await signIn.readCode(me);
		await page.getByText('简体中文').first().click();
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.getByRole('heading')).toHaveText(/^Enter the 6.digit code$/);
		await expect(html(page)).toHaveAttribute('lang', 'en');
		await expect(page).not.toHaveURL(/lang=/);
		await page.getByLabel('6-digit code').fill(code);
		// With script the sixth digit sent it.
		if (!script) await page.getByRole('button', { name: 'Continue' }).click();
		await expect(page.getByRole('heading')).toHaveText('Create a new account?');
		await page.goto('/demo-app');
		await expect(html(page)).toHaveAttribute('lang', 'en');
	});
});

test('an application asks for Chinese, a person for English', async ({ page, foyer }) => {
	const query = new URLSearchParams({
		client_id: 'demo-app',
		redirect_uri: `${foyer.origin}/demo-app/callback`,
		response_type: 'code',
		scope: 'openid',
		ui_locales: 'zh-Hans fr',
		code_challenge: createHash('sha256').update('somebody').digest('base64url'),
		code_challenge_method: 'S256'
	});
	await page.goto(`/oidc/auth?${query}`);
	await expect(html(page)).toHaveAttribute('lang', 'zh-CN');
	await page.getByLabel('手机号').fill('12');
	await page.getByRole('button', { name: '获取验证码' }).click();
	await expect(page.getByRole('alert')).toContainText('手机号');

	await page.getByText('简体中文').first().click();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(html(page)).toHaveAttribute('lang', 'en');
	await page.getByRole('link', { name: 'Use email' }).click();
	await expect(page.getByLabel('Email address')).toBeVisible();
});

test('what was typed is there in the next language, once', { tag: '@script' }, async ({ page, signIn }) => {
	await signIn.start();
	await signIn.country.selectOption('FR');
	await signIn.phone.fill('6 12 34');
	await page.getByText('English').first().click();
	await page.getByRole('link', { name: 'Deutsch' }).click();
	await expect(html(page)).toHaveAttribute('lang', 'de');
	await expect(page.getByRole('combobox')).toHaveValue('FR');
	await expect(page.locator('.dial')).toHaveText('+33');
	await expect(page.getByLabel('Telefonnummer')).toHaveValue('6 12 34');
	expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});

test(
	'what was typed never takes the place of what was sent since',
	{ tag: '@script' },
	async ({ page, context, signIn }) => {
		const kept = () => page.evaluate(() => ({ ...sessionStorage }));
		await signIn.start();
		await signIn.phone.fill('6 12 34');
		await page.getByText('English').first().click();
		// The next page does not come.
		await page.route('**/*lang=de', (route) => route.fulfill({ status: 204 }));
		await page.getByRole('link', { name: 'Deutsch' }).click();
		await expect.poll(kept).not.toEqual({});
		await signIn.phone.fill('12');
		await signIn.button('send_code').click();
		await expect(signIn.alert).toBeVisible();
		await expect(signIn.phone).toHaveValue('12');
		expect(await kept()).toEqual({});

		// Or this page is there again, as it was.
		await page.getByText('English').first().click();
		await page.getByRole('link', { name: 'Deutsch' }).click();
		await expect.poll(kept).not.toEqual({});
		await signIn.start();
		await expect(signIn.phone).toHaveValue('');

		// Or it comes in another tab.
		await page.unrouteAll();
		await signIn.phone.fill('6 12 34');
		await page.getByText('English').first().click();
		const tab = context.waitForEvent('page');
		await page.getByRole('link', { name: 'Deutsch' }).click({ modifiers: ['ControlOrMeta'] });
		await expect(html(await tab)).toHaveAttribute('lang', 'de');
		expect(await kept()).toEqual({});
	}
);

test(
	'whose computer it is outlives a change of the language, an agreement does not',
	{ tag: '@script' },
	async ({ page }) => {
		await page.goto('/studio/preview/sign-in/shared-computer-ticked?lang=en');
		const [shared, terms] = [page.locator('[type=checkbox][name=shared]'), page.locator('[name=terms]')];
		await shared.uncheck();
		await terms.check();
		await page.getByText('English').first().click();
		await page.getByRole('link', { name: 'Deutsch' }).click();
		await expect(html(page)).toHaveAttribute('lang', 'de');
		await expect(shared).not.toBeChecked();
		await expect(terms).not.toBeChecked();
	}
);

test(
	'the browser, in its own language, speaks up about a date that is half typed, and nothing else',
	{ tag: '@script' },
	async ({ page, signIn }) => {
		await page.goto('/studio/preview/extra-profile/fresh?lang=en');
		const date = page.getByLabel(/^Date of birth/);
		await signIn.button('continue').click();
		await expect(signIn.button('continue')).toBeFocused();
		await date.focus();
		await page.keyboard.type('12');
		await signIn.button('continue').click();
		await expect(date).toBeFocused();
	}
);

test(
	'in Arabic, addresses and passwords run from the left, and stand where lines begin',
	{ tag: '@once' },
	async ({ page, signIn }) => {
		const lineOf = (input: Locator) =>
			input.evaluate((element) => {
				const { direction, textAlign } = getComputedStyle(element);
				return { direction, textAlign };
			});
		await page.goto('/studio/preview/sign-in/email?lang=ar');
		expect(await lineOf(page.locator('[type=email]'))).toEqual({ direction: 'ltr', textAlign: 'right' });
		await page.goto('/studio/preview/password/phone?lang=ar');
		expect(await lineOf(page.locator('[type=password]'))).toEqual({ direction: 'ltr', textAlign: 'right' });
		await page.goto('/studio/preview/password/phone?lang=en');
		expect(await lineOf(signIn.password)).toEqual({ direction: 'ltr', textAlign: 'start' });
	}
);

test.describe('on a small phone', () => {
	test.use({ viewport: { width: 320, height: 568 } });

	test('the open list of languages covers nothing, and opens where it was asked for', async ({ page, signIn }) => {
		await signIn.signUp(somePhone());
		const menu = page.locator('summary');
		const before = await menu.evaluate((element) => element.getBoundingClientRect().top + scrollY);
		await menu.click();
		const list = page.locator('details ul');
		const top = await list.evaluate((element) => element.getBoundingClientRect().top + scrollY);
		expect(Math.abs(top - before)).toBeLessThan(12);
		await signIn.button('demo_sign_out').click({ timeout: 3_000 });
		await expect(signIn.heading('demo_title')).toBeVisible();
	});
});

test.describe('a browser whose language is missing here', () => {
	test.use({ locale: 'fi-FI' });

	test('reads English', { tag: '@once' }, async ({ page }) => {
		await page.goto('/demo-app');
		await expect(html(page)).toHaveAttribute('lang', 'en');
	});
});
