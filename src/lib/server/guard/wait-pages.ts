// The page for whoever asks too often: drawn once for all who read it alike, since one each would cost what the limit saves.
// Always in the shared look: an application can be named by anybody, and looking it up is a statement each.
import type { Described } from './draw-page.ts';
import type { Refusal } from './refusal-page.ts';

/**
 * With it the nonce of its style stays the same for that long: nothing of anybody's is in the page but the address that
 * they have asked for, as text.
 */
const keptMs = 5000;
/** Stands for the address in what is kept. No page has it. */
const anywhere = '/anywhere?anywhere=';

type Kept = { html: string; headers: Headers };

/** Answers nothing where the page cannot be drawn. */
export function createWaitPages(now = () => performance.now()) {
	let pages = new Map<string, Promise<Kept | undefined>>();
	let until = -Infinity;

	function find({ page }: Refusal, locale: string, draw: Draw): Promise<Kept | undefined> {
		const key = JSON.stringify([locale, page.links !== undefined]);
		const known = pages.get(key);
		if (known) return known;
		const links = page.links && { again: anywhere };
		const drawn = keep(draw({ page: { ...page, links }, address: anywhere }));
		pages.set(key, drawn);
		return drawn;
	}

	return async (refusal: Refusal, locale: string, draw: Draw): Promise<Response | undefined> => {
		// Past its wait, what it says is wrong.
		const { retryAfter = Infinity } = refusal.page;
		if (now() >= until) {
			pages = new Map();
			until = now() + Math.min(keptMs, retryAfter * 1000);
		}
		const kept = await find(refusal, locale, draw);
		return kept && new Response(fill(kept.html, refusal.address), { headers: kept.headers });
	};
}

type Draw = (described: Described) => Promise<Response>;

async function keep(drawing: Promise<Response>): Promise<Kept | undefined> {
	const page = await drawing.catch(() => undefined);
	if (!page?.ok) return undefined;
	const headers = new Headers(page.headers);
	for (const name of ['set-cookie', 'content-length', 'etag']) headers.delete(name);
	return { html: await page.text(), headers };
}

/** The links of languages keep the query alone, without a language in it. */
function fill(html: string, address: string): string {
	const query = new URLSearchParams(address.split('?')[1]);
	query.delete('lang');
	const kept = query.size > 0 ? `${query}&` : '';
	return html
		.replaceAll(`"${anywhere}"`, () => `"${escape(address)}"`)
		.replaceAll('"?anywhere=&amp;', () => `"?${escape(kept)}`);
}

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
