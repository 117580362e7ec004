// Rows: what the first screen weighs, as the server sends it, and how many requests a browser makes for it.
import { authorizationRequest } from '../../src/testing/authorization-request.ts';
import { languages } from '../../src/lib/contract/languages.ts';
import type { Row } from './row.ts';
import { mustLead, openVisitor } from './browser.ts';
import type { Stand } from './stand.ts';

export async function measureFirstFlight({ foyer, application }: Stand): Promise<Row[]> {
	const screens = await Promise.all(
		['signIn', 'signUp'].flatMap((mode) =>
			languages.map(async ({ code: language }) => {
				const visitor = openVisitor(foyer.origin);
				const { address } = authorizationRequest(`${foyer.origin}/oidc`, application);
				const page = await mustLead(await visitor.send('GET', `${address}&interaction_mode=${mode}`));
				const { response } = await visitor.send('GET', page.href, undefined, { 'accept-language': language });
				return { head: headBytes(response), ...(await weigh(response, page)) };
			})
		)
	);
	const largest = (field: keyof (typeof screens)[number]) => Math.max(...screens.map((screen) => screen[field]));
	const of = `largest of ${screens.length}: sign-in and register in every language`;
	return [
		{ name: 'HTML and CSS, brotli', value: largest('page'), unit: 'B', aim: { most: 14_336 }, note: of },
		{ name: 'response headers', value: largest('head'), unit: 'B' },
		{ name: 'script, brotli, with what it imports', value: largest('script'), unit: 'B', aim: { most: 8192 } },
		{ name: 'requests, icon included', value: largest('requests'), aim: { most: 3 } }
	];
}

/** A page as sent, with the files that it asks for. `page` is HTML and CSS; bytes are compressed ones. */
export async function weigh(
	response: Response,
	address: URL,
	counts: (file: URL) => boolean = () => true
): Promise<{ page: number; script: number; requests: number }> {
	const linked = linkedFiles(await response.text(), address, counts);
	const styles = await Promise.all(linked.styles.map((file) => bytesOf(file)));
	const scripts = await Promise.all(linked.scripts.map((file) => withImports(file)));
	return {
		page: sizeOf(response) + sum(styles),
		script: sum(scripts.flat().map(({ bytes }) => bytes)),
		requests: 1 + linked.styles.length + linked.scripts.length + linked.others.length
	};
}

function linkedFiles(document: string, page: URL, counts: (file: URL) => boolean) {
	// Kit names the sheets that it has put into the page in links that browsers never fetch.
	const html = document.replace(/<link\b[^>]*\bdisabled\b[^>]*>/g, '');
	const urls = (pattern: RegExp) =>
		[...html.matchAll(pattern)].map(([, path = '']) => new URL(path, page)).filter(counts);
	const links = (rel: string) => urls(new RegExp(`<link\\b(?=[^>]*rel="${rel}")[^>]*href="([^"]+)"`, 'g'));
	return {
		styles: links('stylesheet'),
		scripts: [...urls(/<script\b[^>]*src="([^"]+)"/g), ...links('modulepreload')],
		others: [...links('icon'), ...links('preload'), ...links('manifest'), ...urls(/<img\b[^>]*src="(\/[^"]+)"/g)]
	};
}

/** A script and everything that it loads, now or later. */
async function withImports(file: URL): Promise<{ bytes: number }[]> {
	const response = await fetch(file, { headers: { 'accept-encoding': 'br' } });
	const text = await response.text();
	const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js)["']/g)].map(
		([, path = '']) => path
	);
	const imported = await Promise.all([...new Set(paths)].map((path) => withImports(new URL(path, file))));
	return [{ bytes: sizeOf(response) }, ...imported.flat()];
}

async function bytesOf(file: URL): Promise<number> {
	const response = await fetch(file, { headers: { 'accept-encoding': 'br' } });
	await response.arrayBuffer();
	return sizeOf(response);
}

function sizeOf({ headers, url }: Response): number {
	if (headers.get('content-encoding') !== 'br') throw new Error(`${url} is not compressed`);
	return Number(headers.get('content-length'));
}

function headBytes({ headers }: Response): number {
	return sum([...headers].map(([name, value]) => name.length + value.length + 4));
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
