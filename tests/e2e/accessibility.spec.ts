// Every screen passes axe, in light and dark, in both languages.
import axe, { type AxeResults } from 'axe-core';
import { expect, test } from '../support/pages.ts';
import { walkScreens } from '../support/walk.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const colorScheme of ['light', 'dark'] as const) {
	for (const locale of ['en-US', 'zh-CN']) {
		test.describe(`in ${colorScheme}, for a reader of ${locale}`, () => {
			// Axe is a stranger to our pages; what they refuse is measured elsewhere.
			test.use({ colorScheme, locale, bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

			test('no screen keeps anybody out', { tag: '@script' }, async ({ page, signIn }) => {
				test.slow();
				const violations: string[] = [];
				await walkScreens(signIn, async (screen) => {
					await page.evaluate(axe.source);
					const results = await page.evaluate(
						(tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }),
						standards
					);
					violations.push(...describeViolations(screen, results));
				});
				expect(violations).toEqual([]);
			});
		});
	}
}

function describeViolations(screen: string, { violations }: AxeResults): string[] {
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`));
}
