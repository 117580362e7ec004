// What a page looks like, in lines that can be compared: every drawn box with its place, size, colours and type. Words
// become plain boxes as wide as they have letters, so that no machine's fonts take part.
import type { Page } from '@playwright/test';

export async function outlineOf(page: Page): Promise<string> {
	const lines = await page.evaluate(() => {
		// One face for all: lines with two of them are as high as both together.
		document.documentElement.style.setProperty('--foyer-mono', 'var(--foyer-font)');
		boxWords();
		// Browsers give the focus to a page's first field when they next draw it, which may be later than this.
		document.querySelector<HTMLElement>('[autofocus]')?.focus();
		for (const animation of document.getAnimations()) animation.finish();
		return [...document.querySelectorAll('body, body *')].flatMap(describe);

		function boxWords(): void {
			const texts: Text[] = [];
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
			for (const text of texts) {
				if (text.parentElement?.closest('option, script, style')) continue;
				if (!text.data.trim() && !isBetweenWords(text)) continue;
				// Latin and its like in words; what needs no spaces letter by letter.
				const pieces = text.data.split(/(\s+|[\u3000-\u9fff\uff00-\uffef])/u).filter(Boolean);
				text.replaceWith(...pieces.map(boxFor));
			}
		}

		/** A space that is drawn, not one that indents the markup. */
		function isBetweenWords(space: Text): boolean {
			return isInline(besides(space, 'previousSibling')) && isInline(besides(space, 'nextSibling'));
		}

		function besides(node: Node, way: 'previousSibling' | 'nextSibling'): Node | null {
			let other = node[way];
			while (other instanceof Comment) other = other[way];
			return other;
		}

		function isInline(node: Node | null): boolean {
			return node instanceof Element && getComputedStyle(node).display.startsWith('inline');
		}

		function boxFor(word: string): HTMLElement {
			const box = document.createElement('span');
			const isWide = /[\u3000-\u9fff\uff00-\uffef]/u.test(word);
			box.dataset.word = '';
			Object.assign(box.style, {
				display: 'inline-block',
				height: '0',
				width: word.trim() ? `${word.length * (isWide ? 1 : 0.5)}em` : '0.25em'
			});
			return box;
		}

		function describe(element: Element): string[] {
			const { x, y, width, height } = element.getBoundingClientRect();
			const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
			if (!isSeen || width <= 1 || height <= 1 || element.closest('.sr-only, option')) return [];
			const style = getComputedStyle(element);
			const drawn = [
				...(element.querySelector(':scope > [data-word]')
					? [`text ${style.fontSize} ${style.fontWeight} ${style.color}`]
					: []),
				...(style.backgroundColor === 'rgba(0, 0, 0, 0)' ? [] : [`on ${style.backgroundColor}`]),
				...edgesOf(style),
				...(style.boxShadow === 'none' ? [] : [`shadow ${style.boxShadow}`])
			];
			const isPicture = element.matches('svg, img, input, select');
			if (drawn.length === 0 && !isPicture) return [];
			// How high a run of letters stands in its line is the font's affair.
			const isRun = style.display === 'inline';
			const place = isRun ? `${Math.round(x)}` : `${Math.round(x)},${Math.round(y)}`;
			const size = isRun ? `${Math.round(width)}` : `${Math.round(width)}×${Math.round(height)}`;
			return [[element.localName, place, size, ...drawn].join(' | ')];
		}

		function edgesOf(style: CSSStyleDeclaration): string[] {
			const edges = (['top', 'right', 'bottom', 'left'] as const).map((side) => {
				const width = style.getPropertyValue(`border-${side}-width`);
				return width === '0px' ? 'none' : `${width} ${style.getPropertyValue(`border-${side}-color`)}`;
			});
			if (edges.every((edge) => edge === 'none')) return [];
			const isEven = edges.every((edge) => edge === edges[0]);
			return [`edge ${isEven ? edges[0] : edges.join(', ')}`, `radius ${style.borderRadius}`];
		}
	});
	return `${lines.join('\n')}\n`;
}
