// The inbox page in Chromium: live, read out, and deaf to what a mail would like to do.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchOptions } from '../support/browser.ts';
import { closeSandboxes, openSandbox, phone, type OpenSandbox } from './sandbox-fixture.ts';

// `npm test` says it when a machine has no Chromium.
describe.skipIf(!chromiumPath)('the inbox page in a browser', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.launch(launchOptions);
	});
	afterAll(() => browser.close());
	afterEach(closeSandboxes);

	async function visit(sandbox: OpenSandbox, options: BrowserContextOptions = {}) {
		// Without motion: what is fading in has another contrast.
		const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
		const page = await context.newPage();
		const complaints: string[] = [];
		page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
		page.on('pageerror', (error) => complaints.push(error.message));
		await page.goto(sandbox.url);
		if (options.javaScriptEnabled !== false) await page.getByText('Live').or(page.getByText('实时')).waitFor();
		return { context, page, complaints };
	}

	it('shows a message as it arrives, reads it out, and copies its code', async () => {
		const sandbox = await openSandbox();
		const { context, page, complaints } = await visit(sandbox);
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await sandbox.text(phone);
		await page.getByRole('listitem').filter({ hasText: '+86 134 9000 0100' }).waitFor();
		expect(await page.getByRole('status').textContent()).toMatch(/^New message to \+86 134 9000 0100: .*482913/);
		await page.keyboard.press('Tab');
		const copy = page.getByRole('button', { name: 'Copy 482913' });
		await copy.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Copied' }).waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('482913');
		expect(complaints).toEqual([]);
		await context.close();
	});

	it('catches up with what came while it was away', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		const { context, page } = await visit(sandbox);
		await sandbox.text('13490000101');
		await page.getByRole('listitem').nth(1).waitFor();
		await page.reload();
		await page.getByText('Live').waitFor();
		expect(await page.getByRole('listitem').count()).toBe(2);
		await fetch(`${sandbox.url}/_sandbox/messages`, { method: 'DELETE' });
		await page.getByRole('heading', { name: 'No messages yet' }).waitFor();
		await context.close();
	});

	it('draws the mail, and lets nothing in it run, load or leave', async () => {
		const sandbox = await openSandbox();
		let hits = 0;
		const tracker = createServer((_request, response) => {
			hits += 1;
			response.end();
		});
		await new Promise<void>((resolve) => tracker.listen(0, '127.0.0.1', resolve));
		const { port } = tracker.address() as AddressInfo;
		const { context, page } = await visit(sandbox);
		const script = '<script>document.body.textContent="ran";parent.document.title="ran"</script>';
		const image = `<img src="http://127.0.0.1:${port}/pixel"><a href="http://127.0.0.1:${port}/page">Leave</a>`;
		await sandbox.mail({ HtmlBody: `<p style="color:red">Use <b>482913</b></p>${script}${image}` });
		await page.getByText('Show the mail').click();
		const frame = page.frameLocator('iframe');
		await frame.getByText('Use 482913').waitFor();
		expect(await frame.locator('p').evaluate((p) => getComputedStyle(p).color)).toBe('rgb(255, 0, 0)');
		expect(await frame.locator('body').textContent()).toContain('Use 482913');
		expect(await page.title()).toBe('Sandbox inbox · Foyer');
		await frame.getByText('Leave').click();
		await page.waitForTimeout(300);
		expect(hits).toBe(0);
		await context.close();
		tracker.close();
	});

	it.each([true, false])('shows the code of a mail before it is opened (script: %s)', async (javaScriptEnabled) => {
		const sandbox = await openSandbox();
		const { context, page } = await visit(sandbox, { javaScriptEnabled, viewport: { width: 320, height: 640 } });
		await sandbox.mail({
			TextBody: `Foyer\n\nYour verification code\n\n    482913\n\n${'Enter it there. '.repeat(20)}`
		});
		if (!javaScriptEnabled) await page.reload();
		const code = page.locator('.message .code', { hasText: '482913' });
		await code.waitFor();
		const bottomOf = async (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().bottom);
		expect(await bottomOf(code)).toBeLessThan(await bottomOf(page.locator('.message .text')));
		await context.close();
	});

	it('narrowed to a number in another spelling, names it once when its first message arrives', async () => {
		const sandbox = await openSandbox();
		const { context, page } = await visit(sandbox);
		await page.goto(`${sandbox.url}/?to=${phone}`);
		await page.getByText('Live').waitFor();
		await sandbox.text(phone);
		await page.getByRole('listitem').waitFor();
		const people = page.getByRole('navigation').getByRole('link');
		expect(await people.allTextContents()).toEqual(['All', '+86 134 9000 0100']);
		await context.close();
	});

	it('shows hostile words as words', async () => {
		const sandbox = await openSandbox();
		const { context, page, complaints } = await visit(sandbox);
		const hostile = '<img src=x onerror=alert(1)>';
		await sandbox.mail({ Subject: hostile, TextBody: hostile, HtmlBody: '', FromAlias: '<b>bold</b>' });
		await page.getByText(hostile).first().waitFor();
		expect(await page.locator('img').count()).toBe(0);
		expect(complaints).toEqual([]);
		await context.close();
	});

	it('keeps its setup a link away on a phone', async () => {
		const { context, page } = await visit(await openSandbox(), { viewport: { width: 320, height: 640 } });
		await page.getByRole('link', { name: 'Setup' }).click();
		await page.getByText('foyer-sandbox-secret').waitFor();
		await page.getByText('Numbers with a fixed outcome').click();
		expect(await overflow(page)).toBe(0);
		await page.getByRole('link', { name: 'Close' }).click();
		await page.getByRole('heading', { name: 'Messages', exact: true }).waitFor();
		expect(await overflow(page)).toBe(0);
		await context.close();
	});

	it('works without script', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		const { context, page } = await visit(sandbox, { javaScriptEnabled: false });
		await page.getByText('482913').first().waitFor();
		await sandbox.text('13490000101');
		await page.getByRole('link', { name: 'Reload' }).click();
		await page.getByRole('listitem').filter({ hasText: '134 9000 0101' }).waitFor();
		await page.getByRole('button', { name: 'Clear the inbox' }).click();
		await page.getByRole('heading', { name: 'No messages yet' }).waitFor();
		await context.close();
	});

	const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
		['en-US', 'zh-CN'].flatMap((locale) => [390, 1100].map((width) => ({ colorScheme, locale, width })))
	);
	it.each(looks)('passes axe in $colorScheme, $locale, $width px wide', async ({ colorScheme, locale, width }) => {
		const sandbox = await openSandbox();
		const viewport = { width, height: 844 };
		const { context, page } = await visit(sandbox, { colorScheme, locale, viewport, bypassCSP: true });
		expect(await violations(page)).toEqual([]);
		await sandbox.text(phone);
		await sandbox.mail();
		await page.getByRole('listitem').nth(1).waitFor();
		expect(await violations(page)).toEqual([]);
		await context.close();
	});
});

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document));
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const overflow = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
