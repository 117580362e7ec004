// A browser as HTTP only: keeps cookies, follows the provider's redirects, speaks the interaction API.
import { createCookieJar, type CookieJar } from './cookie-jar.ts';

export type Answer = { status: number; body: unknown; headers: Headers };
export type OnAnswer = (
	origin: string,
	method: string,
	pathname: string,
	answer: Pick<Answer, 'status' | 'body'>
) => void | Promise<void>;

export type Browser = {
	origin: string;
	jar: CookieJar;
	/** One request with cookies; redirects are not followed. */
	request(path: string, init?: RequestInit): Promise<Response>;
	/** The interaction API: `api('POST', 'submit')`. Other paths start with a slash. */
	api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
	/** Follows redirects as long as they stay here; answers the first address that leads away, or the last page. */
	follow(path: string): Promise<{ away?: URL; response: Response; url: URL }>;
};

/** `onAnswer` may look at every answer of the API, whoever asked for it here, and throw. */
export function openBrowser(origin: string, { onAnswer }: { onAnswer?: OnAnswer } = {}): Browser {
	const jar = createCookieJar();
	const request: Browser['request'] = async (path, init = {}) => {
		const url = new URL(path, origin);
		const headers = new Headers(init.headers);
		const cookie = jar.header(url.pathname);
		if (cookie) headers.set('cookie', cookie);
		const response = await fetch(url, { ...init, headers, redirect: 'manual' });
		jar.keep(response);
		if (onAnswer && url.pathname.startsWith('/api/')) {
			const answer = { status: response.status, body: await readBody(response.clone()) };
			await onAnswer(origin, init.method ?? 'GET', url.pathname, answer);
		}
		return response;
	};
	return {
		origin,
		jar,
		request,
		async api(method, path, body, headers = {}) {
			const address = path.startsWith('/') ? path : `/api/experience${path && `/${path}`}`;
			const response = await request(address, {
				method,
				headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
				body: body === undefined ? undefined : JSON.stringify(body)
			});
			return { status: response.status, body: await readBody(response), headers: response.headers };
		},
		async follow(path) {
			let url = new URL(path, origin);
			for (let hop = 0; hop < 10; hop++) {
				const response = await request(url.href);
				const location = response.headers.get('location');
				if (!location) return { response, url };
				const next = new URL(location, url);
				if (next.origin !== origin) return { away: next, response, url };
				url = next;
			}
			throw new Error(`more than ten redirects, the last to ${url.pathname}`);
		}
	};
}

async function readBody(response: Response): Promise<unknown> {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json');
	return isJson && text ? JSON.parse(text) : text;
}
