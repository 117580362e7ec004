// No screen changes its look unnoticed: boxes, colours and type of every screen, compared with those that were agreed on.
// `npm run test:look -- --update-snapshots` writes them anew; the difference is then read in review.
import { fixtures, mainFixtures } from '../../src/lib/experience/screens/fixtures.ts';
import { expect, test } from '../support/e2e.ts';
import { outlineOf } from '../support/outline.ts';

type Cell = [screen: string, state: string];
const oneOfEach = Object.entries(fixtures).map(([screen, { states }]): Cell => [screen, Object.keys(states)[0] ?? '']);

/** Each screen once as most people meet it; the main ones also narrow, wide, dark, in Chinese and from the right. */
const looks = [
	{ title: 'on a phone', cells: oneOfEach, lang: 'en', theme: 'light', brand: 'bookstore', width: 390 },
	{ title: 'narrow, dark, from the right', cells: mainFixtures, lang: 'ar', theme: 'dark', brand: 'poppy', width: 320 },
	{ title: 'wide, in Chinese', cells: mainFixtures, lang: 'zh-CN', theme: 'light', brand: 'harbour', width: 1280 }
] as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'parallel' });

for (const { title, cells, width, ...look } of looks) {
	test(`every screen looks as agreed: ${title}`, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height: 844 });
		await page.emulateMedia({ colorScheme: look.theme });
		for (const [screen, state] of cells) {
			await page.goto(`/studio/preview/${screen}/${state}?${new URLSearchParams(look)}`);
			const name = `${screen}-${state}.${look.lang}.${look.theme}.${width}.txt`;
			expect.soft(await outlineOf(page)).toMatchSnapshot(name);
		}
	});
}
