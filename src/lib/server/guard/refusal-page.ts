// Refusals before any route runs, as a page for people: which one, and what `/provider-page` has to draw.
import type { Problem, ProblemCode } from '../../contract/problems.ts';
import type { Described } from './draw-page.ts';

type Asked = { request: Request; url: URL; route?: { id: string | null } };
export type Refusal = Described & {
	page: { screen: 'failure'; kind: string; retryAfter?: number; links?: { again: string } };
};

/** A browser that shows the answer; programs and protocol endpoints read JSON. */
export function isPageWanted({ request, url }: Asked): boolean {
	return !url.pathname.startsWith('/api/') && /\btext\/html\b/.test(request.headers.get('accept') ?? '');
}

const kinds: Partial<Record<ProblemCode, string>> = {
	'entity.not_found': 'not-found',
	'guard.cross_origin': 'cross-origin',
	'server.maintenance': 'maintenance',
	'server.unavailable': 'unavailable',
	'request.rate_limited': 'rate-limited'
};

/** A route without a page of its own has failed, and SvelteKit says so in a page that is nobody's. */
export function bareFailure(answer: Response): Problem | undefined {
	const isPage = answer.headers.get('content-type')?.startsWith('text/html');
	if (!isPage || answer.headers.has('x-sveltekit-page')) return undefined;
	const code = bareFailures[answer.status];
	return code && { code };
}

const bareFailures: Record<number, ProblemCode> = {
	404: 'entity.not_found',
	429: 'request.rate_limited',
	500: 'server.internal',
	502: 'server.unavailable',
	503: 'server.unavailable'
};

/** The words are the page's; whatever else a browser is told by the refusal, it is told still. */
export function sayInPage(refusal: Response, page: Response): Response {
	const headers = new Headers(page.headers);
	const wait = refusal.headers.get('retry-after');
	if (wait) headers.set('retry-after', wait);
	for (const cookie of refusal.headers.getSetCookie()) headers.append('set-cookie', cookie);
	return new Response(page.body, { status: refusal.status, headers });
}

/**
 * What was looked at may be looked at again. What was sent is not: but where another site's form led, a page of ours is,
 * and who waits will find the page that the form was on. What is not there will not be there the next time.
 */
export function describeRefusal({ request, url, route }: Asked, { code, data }: Problem): Refusal {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	// Two slashes would lead to another host.
	const path = url.pathname.replace(/^[/\\]+/, '/');
	const address = `${path}${query.size > 0 ? `?${query}` : ''}`;
	const isOfForm = code === 'request.rate_limited' && /^\/(\(experience\)|account)\//.test(`${route?.id}/`);
	const isSafe = request.method === 'GET' || code === 'guard.cross_origin' || isOfForm;
	const id = url.searchParams.get('app_id');
	return {
		page: {
			screen: 'failure',
			kind: kinds[code] ?? 'error',
			retryAfter: typeof data?.retryAfter === 'number' ? data.retryAfter : undefined,
			links: isSafe && code !== 'entity.not_found' ? { again: address } : undefined
		},
		address,
		owner: id ? { id } : undefined
	};
}
