// Refusals before any route runs, as a page for people: which one, and what `/provider-page` has to draw.
import type { Problem, ProblemCode } from '../../contract/problems.ts';

type Asked = { request: Request; url: URL };

/** A browser that shows the answer; programs and protocol endpoints read JSON. */
export function isPageWanted({ request, url }: Asked): boolean {
	return !url.pathname.startsWith('/api/') && /\btext\/html\b/.test(request.headers.get('accept') ?? '');
}

const kinds: Partial<Record<ProblemCode, string>> = {
	'entity.not_found': 'not-found',
	'guard.cross_origin': 'cross-origin',
	'server.maintenance': 'maintenance'
};

/** What is looked at may be looked at again; what was sent is not sent twice. */
export function describeRefusal({ request, url }: Asked, { code, data }: Problem): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	// Two slashes would lead to another host.
	const path = url.pathname.replace(/^[/\\]+/, '/');
	const address = `${path}${query.size > 0 ? `?${query}` : ''}`;
	const links = request.method === 'GET' ? { again: address } : undefined;
	const page = { screen: 'failure', kind: kinds[code] ?? 'error', retryAfter: data?.retryAfter, links };
	return Buffer.from(JSON.stringify({ page, address })).toString('base64url');
}
