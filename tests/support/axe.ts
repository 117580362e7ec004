// What axe finds on a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

type Inspected = Window & { axe: typeof axe; inspected?: string };

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme or width can change where the same is shown; every other rule reads the document alone. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Before many pages: each then brings axe along, in a fifth of the time that handing it over takes. */
export async function bringAxe(page: Page): Promise<void> {
	await page.addInitScript(source);
}

export async function violationsOn(page: Page, screen: string): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	const { violations } = await page.evaluate(inspect, { standards, rulesOfLooks });
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`));
}

/** In the page. A document that looks otherwise, but says and shows the same, is only asked what looks can change. */
async function inspect(ask: { standards: string[]; rulesOfLooks: string[] }): Promise<AxeResults> {
	const inspected = window as unknown as Inspected;
	// A button on its way from one theme to the other has the contrast of neither.
	for (const animation of document.getAnimations()) animation.finish();
	const shown = [...document.querySelectorAll('*')].map((element) => (element.checkVisibility() ? 1 : 0)).join('');
	const content = document.documentElement.outerHTML + shown;
	const runOnly: RunOptions['runOnly'] =
		inspected.inspected === content ? { type: 'rule', values: ask.rulesOfLooks } : ask.standards;
	inspected.inspected = content;
	// 245 countries in a closed list take longer than all else, and are text and nothing more.
	return inspected.axe.run({ exclude: [['option']] }, { runOnly, resultTypes: ['violations'] });
}
