// What axe finds on a page.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function violationsOn(page: Page, screen: string): Promise<string[]> {
	// Once a page: it is half a megabyte to read.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const { violations } = await page.evaluate(
		// 245 countries in a closed list take longer than all else, and are text and nothing more.
		(tags) =>
			(window as unknown as { axe: typeof axe }).axe.run(
				{ exclude: [['option']] },
				{ runOnly: tags, resultTypes: ['violations'] }
			) as Promise<AxeResults>,
		standards
	);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`));
}
