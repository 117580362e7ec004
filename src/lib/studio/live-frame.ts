// Runs in the frame of a live preview: takes drawings from the page around it, and from nobody else.
type Sent = { type: 'foyer-drawing'; drawing: string };

const form = document.querySelector<HTMLFormElement>('form[data-drawing]');
const field = form?.querySelector<HTMLInputElement>('input[name=drawing]');

function isSent(data: unknown): data is Sent {
	if (typeof data !== 'object' || data === null) return false;
	const { type, drawing } = data as Partial<Sent>;
	return type === 'foyer-drawing' && typeof drawing === 'string' && drawing.length < 200_000;
}

addEventListener('message', ({ origin, source, data }) => {
	// Exactly our own console: a frame around it from elsewhere is not shown at all, another window is not its parent.
	if (origin !== location.origin || window.parent === window || source !== window.parent || !isSent(data)) return;
	if (!form || !field) return;
	field.value = data.drawing;
	form.submit();
});

/** Texts that lose their end, by their beginnings. Lists and fields scroll in themselves. */
function cutTexts(): string[] {
	const candidates = [...document.querySelectorAll<HTMLElement>('body *:not(input, select, option, svg *)')];
	const isCut = (one: HTMLElement) =>
		one.scrollWidth > one.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(one).overflowX) && one.innerText;
	return candidates.filter(isCut).map((one) => one.innerText.trim().slice(0, 60));
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
	const pictures = loadedFiles.filter(
		({ initiatorType, name }) => initiatorType === 'img' && !name.startsWith('data:')
	);
	const carried = [...document.querySelectorAll('img[src^="data:"], source[srcset^="data:"]')];
	const dataOf = (one: Element) => one.getAttribute('src') ?? one.getAttribute('srcset') ?? '';
	return {
		page: (page?.encodedBodySize ?? 0) + bytesOf(sheets.filter((sheet) => !isOwn(sheet))),
		ownSheet: bytesOf(sheets.filter(isOwn)),
		carried: carried.reduce((sum, one) => sum + dataOf(one).length, 0),
		picture: Math.max(0, ...pictures.map(({ encodedBodySize }) => encodedBodySize))
	};
}

/** A picture that never comes holds nothing up. */
const longestWaitMs = 1000;

function loaded(): Promise<unknown> {
	if (document.readyState === 'complete') return Promise.resolve();
	return new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

async function tellParent(): Promise<void> {
	// Measured as it is drawn: another font is wider.
	await document.fonts.ready;
	await Promise.race([loaded(), new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
	const { scrollWidth, clientWidth } = document.documentElement;
	const told = { type: 'foyer-preview-ready', wide: scrollWidth - clientWidth, cut: cutTexts(), weight: weigh() };
	window.parent.postMessage(told, location.origin);
}

if (window.parent !== window) void tellParent();
