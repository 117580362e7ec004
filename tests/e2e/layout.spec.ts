// What is true of every screen's layout and answer: narrow phones, nothing that jumps, one strict policy.
import type { Page, Response } from '@playwright/test';
import { expect, test } from '../support/pages.ts';
import { walkScreens } from '../support/walk.ts';

declare global {
	interface Window {
		shifts?: string[];
	}
}

for (const locale of ['en-US', 'zh-CN']) {
	test.describe(`on a phone of 320 px, for a reader of ${locale}`, () => {
		test.use({ locale, viewport: { width: 320, height: 568 } });

		test('no screen scrolls sideways, jumps or allows foreign code', async ({ page, signIn, script }) => {
			test.slow();
			const flaws: string[] = [];
			if (script) await page.addInitScript(watchShifts);
			page.on('response', (response) => flaws.push(...flawsOfPolicy(response)));
			await walkScreens(signIn, async (screen) => {
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				if (width > 320) flaws.push(`${screen} is ${width} px wide`);
				const shifts = script ? await readShifts(page) : [];
				flaws.push(...shifts.map((shift) => `${screen}: ${shift}`));
			});
			expect(flaws).toEqual([]);
		});
	});
}

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

function watchShifts(): void {
	const shifts: string[] = [];
	window.shifts = shifts;
	type Shift = PerformanceEntry & {
		value: number;
		hadRecentInput: boolean;
		sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
	};
	const place = ({ x, y, width, height }: DOMRect) => `${x},${y} ${width}×${height}`;
	new PerformanceObserver((list) => {
		for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
			// A busy machine paints half a centred line now and then; nobody sees less than a thousandth.
			const counts = value >= 0.001 && !hadRecentInput;
			for (const { node, previousRect, currentRect } of counts ? sources : []) {
				shifts.push(`${node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`);
			}
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

/** After the next frame was painted, when the observer has been told. */
async function readShifts(page: Page): Promise<string[]> {
	return page.evaluate(
		() =>
			new Promise<string[]>((resolve) =>
				requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.shifts ?? [])))
			)
	);
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
