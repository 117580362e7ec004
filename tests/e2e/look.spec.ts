// No screen changes its look unnoticed: boxes, colours and type of every fixture, compared with those that were agreed on.
// `npm run test:look -- --update-snapshots` writes them anew; the difference is then read in review.
import type { Page } from '@playwright/test';
import { fixtures, mainFixtures } from '../../src/lib/experience/screens/fixtures.ts';
import { expect, test } from '../support/e2e.ts';
import { outlineOf } from '../support/outline.ts';

type Look = { lang: string; theme: 'light' | 'dark'; brand: string; width: number };

const usual: Look = { lang: 'en', theme: 'light', brand: 'bookstore', width: 390 };
/** Every screen once, and the main ones, also narrow, wide, dark, in Chinese and from the right, with a long name and with a panel. */
const unusual: Look[] = [
	{ lang: 'ar', theme: 'dark', brand: 'poppy', width: 320 },
	{ lang: 'zh-CN', theme: 'light', brand: 'harbour', width: 1280 }
];

const firsts = Object.entries(fixtures).map(([screen, { states }]) => [screen, Object.keys(states)[0] ?? ''] as const);
const ofEach = [...mainFixtures, ...firsts.filter(([a, b]) => !mainFixtures.some(([c, d]) => a === c && b === d))];

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'parallel' });

test('every state of every screen looks as agreed', async ({ page }) => {
	test.slow();
	for (const [screen, { states }] of Object.entries(fixtures)) {
		const outlines: string[] = [];
		for (const state of Object.keys(states)) outlines.push(await outline(page, screen, state, usual));
		expect.soft(outlines.join('\n')).toMatchSnapshot(`${screen}.txt`);
	}
});

for (const look of unusual) {
	test(`one state of every screen looks as agreed: ${look.lang}, ${look.theme}, ${look.width} px`, async ({ page }) => {
		const outlines: string[] = [];
		for (const [screen, state] of ofEach) outlines.push(await outline(page, screen, state, look));
		expect(outlines.join('\n')).toMatchSnapshot(`each.${look.lang}.${look.theme}.${look.width}.txt`);
	});
}

async function outline(page: Page, screen: string, state: string, { width, ...query }: Look): Promise<string> {
	await page.setViewportSize({ width, height: 844 });
	await page.emulateMedia({ colorScheme: query.theme });
	await page.goto(`/studio/preview/${screen}/${state}?${new URLSearchParams(query)}`);
	return `# ${screen}/${state}\n${await outlineOf(page)}`;
}
