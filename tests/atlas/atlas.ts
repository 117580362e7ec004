// `npm run atlas`: pictures of the cells asked for, what axe finds in each, and what differs from an earlier run.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { violationsOn } from '../support/axe.ts';
import { launchOptions } from '../support/browser.ts';
import buildOnce from '../support/build-once.ts';
import { startFoyer } from '../support/server.ts';
import { fileOf, readWanted, type Cell } from './cells.ts';
import { differingPixels } from './pixels.ts';
import { isOrigin, readLook } from './wanted-look.ts';

type Drawn = Cell & { file: string; wide: number; violations: string[]; differs?: number | 'size' | 'new' };

const { cells, brand, out, against, ...wanted } = readWanted(process.argv.slice(2));
const settings = wanted.settings ? await readLook(wanted.settings) : undefined;
const pictures = wanted.pictures ?? (wanted.settings && isOrigin(wanted.settings) ? wanted.settings : undefined);
await buildOnce();
mkdirSync(out, { recursive: true });
const foyer = await startFoyer({ settings });
const browser = await chromium.launch(launchOptions);
try {
	const page = await browser.newPage({ reducedMotion: 'reduce' });
	// The pages name them by their path: they come from where they were uploaded.
	if (pictures)
		await page.route('**/assets/*', async (route) => {
			const { pathname } = new URL(route.request().url());
			await route.fulfill({ response: await route.fetch({ url: new URL(pathname, pictures).href }) });
		});
	const drawn: Drawn[] = [];
	for (const cell of cells) drawn.push(await draw(page, cell));
	writeFileSync(path.join(out, 'atlas.json'), `${JSON.stringify(drawn, null, '\t')}\n`);
	report(drawn);
} finally {
	await browser.close();
	await foyer.stop();
}

async function draw(page: Page, cell: Cell): Promise<Drawn> {
	const { screen, state, lang, theme, width } = cell;
	await page.setViewportSize({ width, height: 844 });
	const look = new URLSearchParams({ theme, lang, brand });
	await page.goto(`${foyer.origin}/studio/preview/${screen}/${state}?${look}`);
	const file = path.join(out, fileOf(cell));
	await page.screenshot({ path: file, fullPage: true, animations: 'disabled', caret: 'hide' });
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	const violations = await violationsOn(page, `${screen}/${state}`);
	return { ...cell, file, wide, violations, ...(against && { differs: await compare(against, cell, file) }) };
}

async function compare(folder: string, cell: Cell, file: string): Promise<number | 'size' | 'new'> {
	const before = path.join(folder, fileOf(cell));
	return existsSync(before) ? ((await differingPixels(before, file)) ?? 'size') : 'new';
}

function report(drawn: Drawn[]): void {
	for (const { file, wide, violations, differs } of drawn) {
		if (wide > 0) console.log(`${file}: ${wide} px too wide`);
		for (const violation of violations) console.log(`${file}: ${violation}`);
		if (differs !== undefined && differs !== 0)
			console.log(`${file}: ${differs === 'size' ? 'another size' : differs}`);
	}
	const flawed = drawn.filter(({ wide, violations }) => wide > 0 || violations.length > 0);
	console.log(`${drawn.length} pictures in ${out}, ${flawed.length} of them with a flaw`);
	if (flawed.length > 0) process.exitCode = 1;
}
