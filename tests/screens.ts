// `npm run screens`: pictures of the main screens and of the account page into docs/screens, drawn by the studio of a demo
// of their own.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { languages } from '../src/lib/contract/languages.ts';
import { mainFixtures } from '../src/lib/experience/screens/fixtures.ts';
import { launchOptions } from './support/browser.ts';
import buildOnce from './support/build-once.ts';
import { projectFolder } from './support/run-foyer.ts';
import { startFoyer } from './support/server.ts';

const drawn = [...mainFixtures, ['account', 'usual'] as const];
const target = path.resolve(projectFolder, process.argv[2] ?? 'docs/screens');
const langs = ['en', 'zh-CN', 'ar'].filter((lang) => languages.some(({ code }) => code === lang));
const sizes = {
	phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 },
	desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }
};

await buildOnce();
const foyer = await startFoyer();
const browser = await chromium.launch(launchOptions);
try {
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	const files = await takeAll(browser, foyer.origin);
	const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
	console.log(`${files.length} pictures, ${Math.round(bytes / 1024)} kB, in ${path.relative(projectFolder, target)}`);
} finally {
	await browser.close();
	await foyer.stop();
}

async function takeAll(from: Browser, origin: string): Promise<string[]> {
	const files: string[] = [];
	for (const [size, options] of Object.entries(sizes)) {
		// Past our own policy goes the one rule that hides the caret, which would blink in some pictures and not in others.
		const context = await from.newContext({ ...options, reducedMotion: 'reduce', bypassCSP: true });
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		for (const [screen, state] of drawn) {
			for (const lang of langs) {
				for (const theme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme: theme });
					const look = new URLSearchParams({ theme, lang, brand: 'bookstore' });
					await page.goto(`${origin}/studio/preview/${screen}/${state}?${look}`);
					const file = path.join(target, `${screen}-${state}.${lang}.${theme}.${size}.webp`);
					// Browsers give the focus to a page's first field when they next draw it, which may be later than this.
					await page.evaluate(() => document.querySelector<HTMLElement>('[autofocus]')?.focus());
					await page.addStyleTag({ content: '* { caret-color: transparent !important }' });
					// Playwright writes PNG and JPEG; Chromium's own WebP is a third of either.
					const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
					writeFileSync(file, Buffer.from(data, 'base64'));
					files.push(file);
				}
			}
		}
		await context.close();
	}
	return files;
}
