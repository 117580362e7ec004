// What no longer fits its place on a page: told of the studio's pseudo-locale, in which every text of ours is about 40 %
// longer.
import type { Page } from '@playwright/test';

/** Texts that leave the page or what is pressed, are cut off, or lie over another text or field. */
export async function crowdedTexts(page: Page, screen: string): Promise<string[]> {
	const flaws = await page.evaluate(() => {
		/** Neighbouring lines may touch: a letter's box is taller than a tight line. */
		const touch = 4;
		/** Heard, listed or drawn in a place of its own; a name in the header may lose its end. */
		const drawnApart = '.sr-only, [aria-hidden=true], option, header';
		type Piece = { element: Element; text: string; box: DOMRect };
		const pieces: Piece[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const element = node.parentElement;
			const text = node.nodeValue?.trim() ?? '';
			const isSeen = element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
			if (!element || !text || !isSeen || element.closest(drawnApart)) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) if (box.width > 0) pieces.push({ element, text, box });
		}
		const fields = [...document.querySelectorAll('input:not([type=hidden]):not([tabindex="-1"]), select, button')];

		const leaves = (inner: DOMRect, outer: DOMRect) =>
			inner.left < outer.left - 1 ||
			inner.right > outer.right + 1 ||
			inner.top < outer.top - 1 ||
			inner.bottom > outer.bottom + 1;
		const overlap = (a: DOMRect, b: DOMRect) =>
			Math.min(a.right, b.right) - Math.max(a.left, b.left) > touch &&
			Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > touch;

		return pieces.flatMap(({ element, text, box }, index) => {
			const pressed = element.closest('button, a, summary, label');
			let clipping: Element | null = element;
			while (clipping && getComputedStyle(clipping).overflowX === 'visible') clipping = clipping.parentElement;
			return [
				...(box.left < 0 || box.right > document.documentElement.clientWidth ? [`“${text}” leaves the page`] : []),
				...(pressed && leaves(box, pressed.getBoundingClientRect()) ? [`“${text}” leaves what is pressed`] : []),
				...(clipping && leaves(box, clipping.getBoundingClientRect()) ? [`“${text}” is cut off`] : []),
				...pieces
					.slice(index + 1)
					.filter((other) => other.element !== element && overlap(box, other.box))
					.map((other) => `“${text}” lies over “${other.text}”`),
				...fields
					.filter((field) => !field.contains(element) && overlap(box, field.getBoundingClientRect()))
					.map((field) => `“${text}” lies over ${field.outerHTML.slice(0, 60)}`)
			];
		});
	});
	return flaws.map((flaw) => `${screen}: ${flaw}`);
}
