// What axe finds on a page. It is a stranger to our pages: their policy must be bypassed to let it in.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function violationsOn(page: Page, screen: string): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate(
		(tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }) as Promise<AxeResults>,
		standards
	);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`));
}
