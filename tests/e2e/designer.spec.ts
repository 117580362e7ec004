// A designer's way through the console: a brand is tried out, held to be readable, published to every process, taken back.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { openBrowser, startSignIn } from '../support/api-client.ts';
import { openConsole } from '../support/console.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let folder: string;
/** Two processes on one database, as behind a load balancer: the designer works at one, people sign in at the other. */
let foyer: Foyer;
let other: Foyer;
test.beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'foyer-designer-'));
	const shared = {
		databaseUrl: `file:${path.join(folder, 'foyer.db')}`,
		env: { FOYER_SECRET: randomBytes(32).toString('hex') }
	};
	foyer = await startFoyer(shared);
	other = await startFoyer(shared);
});
test.afterAll(async () => {
	await Promise.all([foyer.stop(), other.stop()]);
	await rm(folder, { recursive: true });
});

test(
	'a pale brand becomes readable, is published for everybody, and is taken back',
	{ tag: '@script' },
	async ({ page }) => {
		test.setTimeout(90_000);
		await openConsole(page, foyer);
		await page.goto(`${foyer.origin}/console/sign-in-experience`);
		const preview = page.frameLocator('iframe[title="Live preview"]');
		// Drawn by the page's script: from then on it also hears what is pressed.
		await expect(preview.getByRole('button', { name: 'Continue' }).or(preview.getByRole('heading'))).not.toHaveCount(0);
		await page.getByRole('tab', { name: 'Branding' }).click();

		await page.getByRole('textbox', { name: 'Brand colour', exact: true }).fill('#fde047');
		await expect(page.getByText('hard to see')).toBeVisible();
		await expect.poll(() => primaryOf(page)).toBe('#fde047');
		await page.getByRole('button', { name: /^Use #/ }).click();
		await expect(page.getByText('hard to see')).toBeHidden();
		const shade = await page.getByRole('textbox', { name: 'Brand colour', exact: true }).inputValue();
		expect(shade).not.toBe('#fde047');

		const logo = await sharp({ create: { width: 256, height: 128, channels: 4, background: shade } })
			.png()
			.toBuffer();
		await page
			.getByLabel('Upload: Logo', { exact: true })
			.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
		await expect(page.getByRole('textbox', { name: 'Logo', exact: true })).toHaveValue(
			/^\/assets\/.+\.png\?size=\d+x\d+$/
		);
		await expect(preview.locator('img[src^="/assets/"]')).toBeVisible();
		const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
		await page
			.getByLabel('Upload: Icon', { exact: true })
			.setInputFiles({ name: 'icon.png', mimeType: 'image/png', buffer: script });
		await expect(page.getByText(/type of file|kind of file|not allowed|picture/i).first()).toBeVisible();

		const name = page.getByRole('textbox', { name: 'Name', exact: true });
		await name.fill('The Poppy Field Trading Company of Little Wandering upon the Hill');
		await expect(page.getByText(/^“The Poppy Field.*loses its end\.$/)).toBeVisible();
		await expect(page.getByText('Draft kept')).toBeVisible();
		await test.step('the atlas has it beside what people meet, and says the same', async () => {
			const atlas = await page.context().newPage();
			await atlas.goto(`${foyer.origin}/studio?brand=draft&beside=own&q=phone`);
			await expect(atlas.locator('[data-flaws-of=preview]')).toContainText('“The Poppy Field');
			await expect(atlas.frameLocator('iframe[name=beside]').getByText('Bookstore').first()).toBeVisible();
			await expect(atlas.locator('[data-flaws-of=beside]')).toBeEmpty();
			await atlas.close();
		});
		await page.getByRole('button', { name: /^Call it “The Poppy Field/ }).click();
		await expect(page.getByText('loses its end')).toBeHidden();
		await expect(name).toHaveValue(/^The Poppy Field( \w+)*$/);

		await page.getByLabel(/^Corner radius/).fill('4');
		await page.getByLabel('Theme').selectOption('dark');
		await expect.poll(() => rootStyle(page, 'color-scheme')).toBe('dark');
		await page.getByLabel('Dark mode').uncheck();
		await expect(page.getByText('Draft kept')).toBeVisible();
		expect(await signInPage(other)).not.toContain(shade);

		await page.getByRole('button', { name: 'Publish' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
		await expect(page.getByText('This is what people meet from now on.')).toBeVisible();
		const publishedAt = Date.now();
		await expect
			.poll(() => signInPage(other), { intervals: [25], timeout: 3000 })
			.toContain(`--foyer-primary:${shade}`);
		expect(Date.now() - publishedAt).toBeLessThan(1000);
		const drawn = await signInPage(other);
		expect(drawn).toContain('--foyer-radius:4px');
		expect(drawn).not.toContain('prefers-color-scheme');
		expect(drawn).toMatch(/<img src="\/assets\//);
		await test.step('the logo moves no name aside when it comes', () => expectLogoInPlace(page, other));

		await page.getByRole('tab', { name: 'History' }).click();
		await page.getByRole('button', { name: 'Bring back' }).first().click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Bring back' }).click();
		await expect.poll(() => signInPage(other), { timeout: 3000 }).not.toContain(shade);
	}
);

test(
	'the preview draws the draft’s style sheet and own texts, and tells what is missing or too heavy',
	{ tag: '@script' },
	async ({ page }) => {
		test.setTimeout(90_000);
		await openConsole(page, foyer);
		await page.goto(`${foyer.origin}/console/texts?q=Send+me+a+code`);
		const text = page.getByLabel('send_code', { exact: true });
		await text.fill('Ring the bell');
		await text.press('Enter');
		await expect(page.getByText('send_code: Saved.')).toBeVisible();

		const preview = page.frameLocator('iframe[title="Live preview"]');
		// Words are remembered for a second.
		await expect(async () => {
			await page.goto(`${foyer.origin}/console/sign-in-experience`);
			await expect(preview.getByText('Ring the bell')).toBeVisible({ timeout: 5_000 });
		}).toPass();
		await page.getByRole('tab', { name: 'Branding' }).click();
		await page.getByLabel('Custom CSS').fill('h1 { text-transform: uppercase } @import "https://evil.example";');
		await expect(preview.locator('h1')).toHaveCSS('text-transform', 'uppercase');

		const sheet = await preview.locator('link[href^="/branding/draft/"]').getAttribute('href');
		const asAdministrator = await page.request.get(foyer.origin + sheet);
		expect([await asAdministrator.text(), asAdministrator.headers()['cache-control']]).toEqual([
			'h1{text-transform:uppercase}',
			'no-store'
		]);
		expect((await fetch(foyer.origin + sheet)).status).toBe(404);
		expect(await signInPage(other)).not.toMatch(/branding\/draft|text-transform:uppercase/);

		await test.step('what is not taken of a style sheet is told, and left out by a press', async () => {
			await expect(page.getByText('Line 1, column 34: of the rules that begin with @')).toBeVisible();
			await page.getByRole('button', { name: 'Take the sheet without them' }).click();
			await expect(page.getByLabel('Custom CSS')).toHaveValue('h1{text-transform:uppercase}');
			await expect(page.getByText('is not taken')).toBeHidden();
		});

		await test.step('what is too heavy is told, with what would not be', async () => {
			const rules = Array.from(
				{ length: 1500 },
				(_, index) => `.a${index} { color: #${randomBytes(3).toString('hex')} }`
			);
			await page.getByLabel('Custom CSS').fill(rules.join('\n'));
			await expect(
				page.getByText(/Your style sheet takes [\d,]+ bytes of that: (with [\d,]+ bytes it fits|it has to go)/)
			).toBeVisible();
			await page.getByRole('button', { name: /^Shorten it to [\d,]+ bytes$/ }).click();
			await expect(page.getByText(/Its last \d+ rules are gone\./)).toBeVisible();
			await expect(page.getByText('Your style sheet takes')).toBeHidden();
			await expect(page.getByLabel('Custom CSS')).toHaveValue(/^\.a0\{color:#.*\}$/);
			await page.getByLabel('Custom CSS').fill('');
			await expect(page.getByText(/Its last \d+ rules are gone\./)).toBeHidden();

			const noise = await sharp(randomBytes(60 * 60 * 3), { raw: { width: 60, height: 60, channels: 3 } })
				.png()
				.toBuffer();
			const logo = page.getByRole('textbox', { name: 'Logo', exact: true });
			await logo.fill(`data:image/png;base64,${noise.toString('base64')}`);
			await expect(page.getByText(/Pictures that stand in the page take about [\d,]+ bytes/)).toBeVisible();
			// Said beside its field and below the preview; what is drawn later would move what is pressed.
			const upload = page.getByRole('button', { name: 'Upload it instead' });
			await expect(upload).toHaveCount(2);
			await upload.last().click();
			await expect(logo).toHaveValue(/^\/assets\/.+\.(png|webp)\?size=60x60$/);
			await expect(page.getByText('stand in the page')).toBeHidden();
		});

		await test.step('a logo of an awkward shape gets room, by a press', async () => {
			const wide = await sharp({ create: { width: 600, height: 60, channels: 4, background: '#123456' } })
				.png()
				.toBuffer();
			const logo = page.getByRole('textbox', { name: 'Logo', exact: true });
			await logo.fill(`data:image/png;base64,${wide.toString('base64')}`);
			await page.getByRole('button', { name: 'Upload it with room above and below' }).click();
			await expect(logo).toHaveValue(/^\/assets\/.+\.png\?size=\d+x\d+$/);
			await expect(page.getByText('five times as wide')).toBeHidden();
		});

		await test.step('texts that other languages lack are told, and lead to where they are said', async () => {
			await page.getByRole('tab', { name: 'Content' }).click();
			await page.getByText(/said in English; built in for \d+ languages/).click();
			await expect(page.getByRole('link', { name: 'Deutsch' })).toHaveAttribute('href', /language=de&q=send_code$/);
			await expect(preview.getByText('Ring the bell')).toBeVisible();
			await page.getByRole('button', { name: 'Use the built-in text in every language' }).click();
			await expect(preview.getByText('Ring the bell')).toBeHidden();
			await expect(page.getByText('said in English')).toBeHidden();
		});

		await page.getByLabel('Language', { exact: true }).selectOption('en-XA');
		await expect(preview.getByText('Séënd')).toBeVisible();
		await page.getByLabel('Screen', { exact: true }).selectOption('second-step');
		await page.getByLabel('State', { exact: true }).selectOption({ index: 1 });
		await expect(preview.locator('h1')).toContainText(/åä|éë|îï|öø|ûü/);
		await test.step('a frame that nobody answers says so, and is drawn again by a press', async () => {
			await page.route('**/studio/preview/draft', (route) => route.abort());
			await page.getByLabel('Language', { exact: true }).selectOption('en');
			await page.getByLabel('Screen', { exact: true }).selectOption('verification-code');
			await expect(page.getByText('The preview could not be drawn')).toBeVisible();
			await page.unroute('**/studio/preview/draft');
			await page.getByRole('button', { name: 'Try again' }).click();
			await expect(preview.getByLabel(/code/i).first()).toBeVisible();
			await expect(page.getByText('The preview could not be drawn')).toBeHidden();
			// What is there for screen readers alone is cut on purpose.
			await expect(page.getByText('loses its end')).toHaveCount(0);
		});
		await page.getByRole('button', { name: 'Discard draft' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Discard draft' }).click();
	}
);

const rootStyle = (page: Page, property: string) => {
	const frame = page.frames().find((one) => one.url().endsWith('/studio/preview/draft'));
	const read = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
	return frame?.evaluate(read, property).catch(() => undefined);
};
const primaryOf = (page: Page) => rootStyle(page, '--foyer-primary');

/** As the browser of somebody who comes from an application gets it. */
async function signInPage(at: Foyer): Promise<string> {
	const browser = openBrowser(at.origin);
	const { page } = await startSignIn(at, { browser });
	return (await browser.request(page.href)).text();
}

async function expectLogoInPlace(page: Page, { origin }: Foyer): Promise<void> {
	const visitor = await page.context().newPage();
	const logo = Promise.withResolvers<void>();
	await visitor.route(`${origin}/assets/**`, async (route) => {
		await logo.promise;
		await route.continue();
	});
	await visitor.goto(`${origin}/unknown-session`, { waitUntil: 'domcontentloaded' });
	const name = visitor.locator('header span');
	const before = await name.boundingBox();
	logo.resolve();
	await expect
		.poll(() => visitor.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth))
		.toBeGreaterThan(0);
	expect(await name.boundingBox()).toEqual(before);
	await visitor.close();
}
