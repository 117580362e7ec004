import { beforeEach, describe, expect, it } from 'vitest';
import type { Described } from './draw-page.ts';
import { describeRefusal } from './refusal-page.ts';
import { createWaitPages } from './wait-pages.ts';

let at: number;
let drawn: Described[];
let find: ReturnType<typeof createWaitPages>;
beforeEach(() => {
	at = 1000;
	drawn = [];
	find = createWaitPages(() => at);
});

type Page = { links?: { again: string } };

/** As our pages write their links: a button that leads back, and a language. */
async function draw(described: Described): Promise<Response> {
	drawn.push(described);
	const { again } = (described.page as Page).links ?? {};
	const { searchParams } = new URL(described.address, 'http://localhost:3001');
	const language = `?${new URLSearchParams([...searchParams, ['lang', 'de']])}`.replaceAll('&', '&amp;');
	const html = `${again ? `<a href="${again}">` : ''}<a href="${language}">${drawn.length}`;
	return new Response(html, { headers: { 'set-cookie': 'a=1', 'content-security-policy': 'of this page' } });
}

function ask(path: string, { method = 'GET', retryAfter = 42, locale = 'en', drawing = draw } = {}) {
	const url = new URL(`http://localhost:3001${path}`);
	const problem = { code: 'request.rate_limited', data: { retryAfter } } as const;
	return find(describeRefusal({ request: new Request(url, { method }), url }, problem), locale, drawing);
}

const read = async (path: string, options?: Parameters<typeof ask>[1]) => (await ask(path, options))?.text();

describe('the page of whoever waits', () => {
	it('is drawn once for all, and leads each to where they were', async () => {
		const pages = await Promise.all(['/sign-in?uid=a&lang=fr', '/sign-in?uid=b', '/account'].map((path) => read(path)));
		expect(pages).toEqual([
			'<a href="/sign-in?uid=a&#38;lang=fr"><a href="?uid=a&#38;lang=de">1',
			'<a href="/sign-in?uid=b"><a href="?uid=b&#38;lang=de">1',
			'<a href="/account"><a href="?lang=de">1'
		]);
		expect(drawn).toHaveLength(1);
	});

	it('is another one for another language and way on', async () => {
		await ask('/sign-in');
		await ask('/sign-in', { locale: 'de' });
		expect(await read('/oidc/token', { method: 'POST' })).not.toContain('/oidc/token');
		expect(drawn).toHaveLength(3);
	});

	it('is kept for seconds, never for longer than the wait that it names', async () => {
		await ask('/sign-in');
		at += 4999;
		expect(await read('/')).toContain('1');
		at += 1;
		expect(await read('/', { retryAfter: 2 })).toContain('>2');
		at += 2000;
		expect(await read('/')).toContain('>3');
	});

	it('is the same whichever application is named', async () => {
		for (let index = 0; index < 50; index++) await ask(`/sign-in?app_id=${index}`);
		expect(drawn).toHaveLength(1);
		expect(drawn[0]?.owner).toBeUndefined();
	});

	it.each(['"><script>', "'><b>", '$&', '$`', '&quot;&gt;'])('holds an address as text: %s', async (text) => {
		const page = await read(`/a${text}?q=${text}`);
		expect(page?.replaceAll(/<a href="[^"<>']*">/g, '')).toBe('1');
		expect(page).not.toContain('anywhere');
	});

	it('brings its policy, and nobody’s cookie', async () => {
		for (let times = 0; times < 2; times++) {
			const { headers } = (await ask('/sign-in')) as Response;
			expect([headers.get('content-security-policy'), headers.get('set-cookie')]).toEqual(['of this page', null]);
		}
	});
});
