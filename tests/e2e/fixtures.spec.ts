// Every screen in every state, drawn by the studio: nobody is kept out, nothing overflows, jumps or is too small to
// press, and the browser refuses nothing. Each once, in looks that take turns, and all in every language, theme and
// width by `npm run test:full`; accessible-routes.spec.ts takes the main screens in every look where people meet them.
// FOYER_TEST_SCREENS, a pattern for `screen/state`, and FOYER_TEST_LANGS, a pattern for languages, ask for some alone.
import type { Page } from '@playwright/test';
import { languages } from '../../src/lib/contract/languages.ts';
import { fixtures, mainFixtures } from '../../src/lib/experience/screens/fixtures.ts';
import { bringAxe, violationsOn } from '../support/axe.ts';
import { expect, test } from '../support/e2e.ts';
import { layoutFlaws, smallTargets, watchLayout } from '../support/layout-flaws.ts';
import { crowdedTexts } from '../support/crowded-texts.ts';

type Theme = 'light' | 'dark';
type Fixture = { screen: string; state: string };
/** From how far away a page is looked at, and in which lights axe inspects it there. */
type Look = { width: number; themes: Theme[] };
type Sheet = Fixture & { lang: string; looks: Look[] };

const isFull = process.env.FOYER_TEST_FULL === '1';
const wantedLangs = new RegExp(process.env.FOYER_TEST_LANGS ?? '');
const isWanted = (lang: string) => wantedLangs.test(lang);
const spoken = languages.map(({ code }) => code).filter(isWanted);
/** Latin letters, Han characters, and lines that run from the right. */
const mainLangs = ['en', 'zh-CN', 'ar'].filter(isWanted);
const themes: Theme[] = ['light', 'dark'];
const widths = [320, 390, 1280];

const wanted = new RegExp(process.env.FOYER_TEST_SCREENS ?? '');
const all = Object.entries(fixtures)
	.flatMap(([screen, { states }]) => Object.keys(states).map((state) => ({ screen, state })))
	.filter(({ screen, state }) => wanted.test(`${screen}/${state}`));
const isMain = ({ screen, state }: Fixture) => mainFixtures.some(([a, b]) => a === screen && b === state);
/** Further languages bring names and lengths, no colours: laid out at every width, inspected in two looks by turns. */
const inLang = (fixture: Fixture, lang: string, turn: number): Sheet => ({
	...fixture,
	lang,
	looks: mainLangs.includes(lang)
		? widths.map((width) => ({ width, themes }))
		: [inTheme(320, turn), { width: 390, themes: [] }, inTheme(1280, turn + 1)]
});
/** Twelve fixtures in a row meet every pair of a language, a theme and a width. */
const inTurn = (fixture: Fixture, turn: number): Sheet => ({
	...fixture,
	lang: mainLangs[turn % mainLangs.length] ?? 'en',
	looks: [inTheme(turn % 4 < 2 ? 1280 : 390, turn), { width: 320, themes: [] }]
});
const inTheme = (width: number, turn: number): Look => ({ width, themes: [turn % 2 ? 'dark' : 'light'] });
const sheets = isFull
	? all.flatMap((fixture, row) => spoken.map((lang, column) => inLang(fixture, lang, row + column)))
	: all.map(inTurn);

/** Few enough that workers share them evenly, many enough that opening a page costs nothing. */
const perTest = 20;
const parts = Array.from({ length: Math.ceil(sheets.length / perTest) }, (_, part) =>
	sheets.slice(part * perTest, (part + 1) * perTest)
);

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'parallel' });

for (const [index, part] of parts.entries()) {
	test(`nobody is kept out, part ${index + 1} of ${parts.length}`, async ({ page }) => {
		test.slow();
		const flaws: string[] = [];
		page.on('console', (message) => message.type() === 'error' && flaws.push(`${page.url()}: ${message.text()}`));
		page.on('pageerror', (error) => flaws.push(`${page.url()}: ${error.message}`));
		await watchLayout(page);
		await bringAxe(page);
		for (const sheet of part) flaws.push(...(await flawsOf(page, sheet)));
		expect(flaws).toEqual([]);
	});
}

test('a language that needs more room finds it, at 320 px', async ({ page }) => {
	test.slow(isFull);
	const flaws: string[] = [];
	await page.setViewportSize({ width: 320, height: 568 });
	const oneOfEach = Object.entries(fixtures).map(([screen, { states }]) => ({
		screen,
		state: Object.keys(states)[0] ?? ''
	}));
	for (const { screen, state } of isFull ? all : [...all.filter(isMain), ...oneOfEach]) {
		await page.goto(`/studio/preview/${screen}/${state}?lang=en-XA`);
		const name = `${screen}/${state}, lengthened`;
		await expect(page.locator('main')).toContainText(/åä|éë|îï|öø|ûü/);
		flaws.push(...(await layoutFlaws(page, name, { script: false })), ...(await crowdedTexts(page, name)));
	}
	expect(flaws).toEqual([]);
});

/** A browser gives the focus when it next draws the page. */
async function beginsWhereItIsWrong(page: Page): Promise<boolean> {
	const isThere = () => {
		const wrong = document.querySelector('[aria-invalid=true]');
		return !wrong || wrong === document.activeElement;
	};
	return page.waitForFunction(isThere, undefined, { timeout: 2_000 }).then(
		() => true,
		() => false
	);
}

async function flawsOf(page: Page, { screen, state, lang, looks }: Sheet): Promise<string[]> {
	const flaws: string[] = [];
	await page.emulateMedia({ colorScheme: looks[0]?.themes[0] ?? 'light' });
	await page.setViewportSize({ width: looks[0]?.width ?? 390, height: 844 });
	const answer = await page.goto(`/studio/preview/${screen}/${state}?lang=${lang}`);
	if (answer?.status() !== 200) flaws.push(`${page.url()} answers ${answer?.status()}`);
	if (!(await beginsWhereItIsWrong(page))) flaws.push(`${screen}/${state}: the first wrong field has no focus`);
	for (const [turn, { width, themes }] of looks.entries()) {
		const name = `${screen}/${state}, ${lang}, ${width} px`;
		await page.setViewportSize({ width, height: 844 });
		// What jumps does so while the page is drawn first; resizing it moves everything, and is meant to.
		flaws.push(...(await layoutFlaws(page, name, { script: turn === 0 })), ...(await smallTargets(page, name)));
		for (const colorScheme of themes) {
			await page.emulateMedia({ colorScheme });
			flaws.push(...(await violationsOn(page, `${name}, ${colorScheme}`)));
		}
	}
	return flaws;
}
