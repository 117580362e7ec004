// What is true of every answer on the way through the screens: one strict policy, nothing that jumps, the right colours.
// Each state of each screen is looked at more closely in fixtures.spec.ts.
import type { Response } from '@playwright/test';
import { layoutFlaws, watchLayout } from '../support/layout-flaws.ts';
import { expect, test } from '../support/pages.ts';
import { walkScreens } from '../support/walk.ts';

test.describe('on a phone of 320 px', () => {
	test.use({ viewport: { width: 320, height: 568 } });

	test('no screen scrolls sideways, jumps or allows foreign code', async ({ page, signIn, script }) => {
		test.slow();
		const flaws: string[] = [];
		if (script) await watchLayout(page);
		page.on('response', (response) => flaws.push(...flawsOfPolicy(response)));
		await walkScreens(signIn, async (screen) => {
			flaws.push(...(await layoutFlaws(page, screen, { script })));
		});
		expect(flaws).toEqual([]);
	});
});

test(
	'where a third party leads back to is one word, and its links stand together',
	{ tag: '@once' },
	async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto('/studio/preview/consent/usual?lang=en');
		const notes = page.locator('.notes');
		const linesOf = (element: Element) =>
			new Set([...element.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
		expect(await notes.locator('bdi', { hasText: 'night' }).evaluate(linesOf)).toBe(1);
		const bottoms = await notes
			.locator('a')
			.evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().bottom)));
		expect(bottoms).toHaveLength(2);
		expect(new Set(bottoms).size).toBe(1);
	}
);

for (const [colorScheme, isDark] of [
	['light', false],
	['dark', true]
] as const) {
	test.describe(`a device in ${colorScheme} mode`, () => {
		test.use({ colorScheme });

		test(`sees ${colorScheme} pages from the first paint`, async ({ page, signIn }) => {
			await signIn.start();
			const { background, scheme } = await page.evaluate(() => ({
				background: getComputedStyle(document.body).backgroundColor,
				scheme: getComputedStyle(document.documentElement).colorScheme
			}));
			const [red = 0, green = 0, blue = 0] = (background.match(/[\d.]+/g) ?? []).map(Number);
			expect((red + green + blue) / 3 < 100).toBe(isDark);
			expect(scheme).toContain(colorScheme);
		});
	});
}

function flawsOfPolicy(response: Response): string[] {
	const headers = response.headers();
	const isPage = headers['content-type']?.includes('text/html') && !headers.location;
	if (!isPage) return [];
	const { pathname } = new URL(response.url());
	const policy = headers['content-security-policy'] ?? '';
	const wanted = ["default-src 'none'", "script-src 'self';", "form-action 'self'", "frame-ancestors 'none'"];
	return [
		...wanted.filter((part) => !`${policy};`.includes(part)).map((part) => `${pathname} lacks ${part}`),
		...(/unsafe|\*/.test(policy) ? [`${pathname} allows too much: ${policy}`] : []),
		...(headers['cache-control']?.match(/no-store|no-cache/) ? [] : [`${pathname} may be cached`])
	];
}
