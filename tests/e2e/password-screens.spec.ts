// The screens for names and passwords keep nobody out, and fit the narrowest phone.
import { violationsOn } from '../support/axe.ts';
import { layoutFlaws, watchLayout } from '../support/layout-flaws.ts';
import { expect, test } from '../support/pages.ts';
import { presets } from '../support/presets.ts';
import { walkPasswordScreens } from '../support/walk-passwords.ts';

test.use({ settings: presets.usernameWithVerifiedContact });

for (const [colorScheme, locale] of [
	['light', 'en-US'],
	['dark', 'zh-CN']
] as const) {
	test.describe(`in ${colorScheme}, for a reader of ${locale}`, () => {
		test.use({ colorScheme, locale, bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

		test('no screen keeps anybody out', { tag: '@script' }, async ({ page, signIn, foyer }) => {
			test.slow();
			const violations: string[] = [];
			await walkPasswordScreens(signIn, foyer, async (screen) => {
				violations.push(...(await violationsOn(page, screen)));
			});
			expect(violations).toEqual([]);
		});
	});

	test.describe(`on a phone of 320 px in ${colorScheme}, for a reader of ${locale}`, () => {
		test.use({ colorScheme, locale, viewport: { width: 320, height: 568 } });

		test('no screen scrolls sideways or jumps', async ({ page, signIn, foyer, script }) => {
			test.slow();
			const flaws: string[] = [];
			if (script) await watchLayout(page);
			await walkPasswordScreens(signIn, foyer, async (screen) => {
				flaws.push(...(await layoutFlaws(page, screen, { script })));
			});
			expect(flaws).toEqual([]);
		});
	});
}
