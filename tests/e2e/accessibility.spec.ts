// Every screen passes axe, in light and dark, in both languages.
import { violationsOn } from '../support/axe.ts';
import { expect, test } from '../support/pages.ts';
import { walkScreens } from '../support/walk.ts';

for (const colorScheme of ['light', 'dark'] as const) {
	for (const locale of ['en-US', 'zh-CN']) {
		test.describe(`in ${colorScheme}, for a reader of ${locale}`, () => {
			// Axe is a stranger to our pages; what they refuse is measured elsewhere.
			test.use({ colorScheme, locale, bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

			test('no screen keeps anybody out', { tag: '@script' }, async ({ page, signIn }) => {
				test.slow();
				const violations: string[] = [];
				await walkScreens(signIn, async (screen) => {
					violations.push(...(await violationsOn(page, screen)));
				});
				expect(violations).toEqual([]);
			});
		});
	}
}
