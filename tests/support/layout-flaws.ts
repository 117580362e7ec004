// What a narrow phone would show of a page that is laid out wrong: it scrolls sideways, or jumps.
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		shifts?: string[];
	}
}

/** Before the first page: what jumps is told while it happens. */
export async function watchLayout(page: Page): Promise<void> {
	await page.addInitScript(watchShifts);
}

export async function layoutFlaws(page: Page, screen: string, { script }: { script: boolean }): Promise<string[]> {
	const { width, scrolled } = await page.evaluate(() => ({
		width: document.documentElement.clientWidth,
		scrolled: document.documentElement.scrollWidth
	}));
	const shifts = script ? await readShifts(page) : [];
	return [
		...(scrolled > width ? [`${screen} is ${scrolled} px wide`] : []),
		...shifts.map((shift) => `${screen}: ${shift}`)
	];
}

/** What fingers press is 44 px high; a link inside a sentence, WCAG's own exception, need not be. */
export async function smallTargets(page: Page, screen: string): Promise<string[]> {
	const small = await page.evaluate(() => {
		const pressed = 'a[href], button, select, summary, input:not([type=hidden]):not([tabindex="-1"])';
		return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((element) => {
			const target = element.closest('label') ?? element;
			const { height, width } = target.getBoundingClientRect();
			const isShown = height > 0 && width > 0 && getComputedStyle(element).visibility !== 'hidden';
			const isInSentence = getComputedStyle(element).display === 'inline' && element.matches('p a, label a, li a');
			return isShown && !isInSentence && (height < 44 || width < 24)
				? [`${element.outerHTML.slice(0, 80)} is ${Math.round(width)}×${Math.round(height)}`]
				: [];
		});
	});
	return small.map((flaw) => `${screen}: ${flaw}`);
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
