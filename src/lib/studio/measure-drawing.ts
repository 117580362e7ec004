// What there is to see in a drawing that does not fit, told to the page around its frame, on this origin alone.

type Cut = { text: string; fits: string };

const mostTold = 10;
const longestText = 200;

/** Texts that lose their end, each with as much of it as has room. Lists and fields scroll in themselves. */
function cutTexts(): Cut[] {
	const candidates = [...document.querySelectorAll<HTMLElement>('body *:not(input, select, option, svg *)')];
	const isHiding = (one: HTMLElement) => /hidden|clip/.test(getComputedStyle(one).overflowX) && one.innerText;
	return candidates
		.filter((one) => isCut(one) && isHiding(one))
		.slice(0, mostTold)
		.map((one) => ({ text: one.innerText.trim().slice(0, longestText), fits: longestThatFits(one) }));
}

/** A pixel wide is what is there for screen readers alone. */
const isCut = ({ scrollWidth, clientWidth }: HTMLElement) => clientWidth > 1 && scrollWidth > clientWidth + 1;

/** Tried out on the text itself, which is put back before anybody sees it; empty where it is not one text alone. */
function longestThatFits(one: HTMLElement): string {
	const [node, ...others] = textNodes(one);
	if (!node || others.length > 0) return '';
	const whole = node.data;
	const letters = [...new Intl.Segmenter().segment(whole.trim().slice(0, longestText))].map(({ segment }) => segment);
	let [least, most] = [0, letters.length];
	while (least < most) {
		const middle = Math.ceil((least + most) / 2);
		node.data = letters.slice(0, middle).join('');
		if (isCut(one)) most = middle - 1;
		else least = middle;
	}
	node.data = whole;
	const fitting = letters.slice(0, least).join('');
	// At a word's end, unless the first word alone is too long.
	return fitting.replace(/(?<=\S)\s+\S*$/u, '').trim() || fitting;
}

function textNodes(one: HTMLElement): Text[] {
	const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
	const found: Text[] = [];
	while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) found.push(walker.currentNode as Text);
	return found;
}

/** Bytes as they came, compressed: what people's browsers wait for. A picture that stands in the page is part of it. */
function weigh() {
	const loadedFiles = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
	const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const isSheet = ({ name }: PerformanceEntry) => new URL(name).pathname.endsWith('.css');
	const isOwn = ({ name }: PerformanceEntry) => new URL(name).pathname.startsWith('/branding/');
	const bytesOf = (files: PerformanceResourceTiming[]) =>
		files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
	const sheets = loadedFiles.filter(isSheet);
	const [heaviest] = loadedFiles
		.filter(({ initiatorType, name }) => initiatorType === 'img' && !name.startsWith('data:'))
		.sort((one, other) => other.encodedBodySize - one.encodedBodySize);
	const carried = [...document.querySelectorAll('img[src^="data:"], source[srcset^="data:"]')];
	const dataOf = (one: Element) => one.getAttribute('src') ?? one.getAttribute('srcset') ?? '';
	return {
		page: (page?.encodedBodySize ?? 0) + bytesOf(sheets.filter((sheet) => !isOwn(sheet))),
		ownSheet: bytesOf(sheets.filter(isOwn)),
		carried: carried.reduce((sum, one) => sum + dataOf(one).length, 0),
		picture: heaviest?.encodedBodySize ?? 0,
		pictureAt: heaviest ? heaviest.name.slice(new URL(heaviest.name).origin.length) : ''
	};
}

/** A picture that never comes holds nothing up. */
const longestWaitMs = 1000;

function loaded(): Promise<unknown> {
	if (document.readyState === 'complete') return Promise.resolve();
	return new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

/** A page that stands alone tells nobody. */
export async function tellParent(): Promise<void> {
	if (window.parent === window) return;
	// Measured as it is drawn: another font is wider.
	await document.fonts.ready;
	await Promise.race([loaded(), new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
	const { scrollWidth, clientWidth } = document.documentElement;
	const told = { type: 'foyer-preview-ready', wide: scrollWidth - clientWidth, cut: cutTexts(), weight: weigh() };
	window.parent.postMessage(told, location.origin);
}
