// One page of a list: the items as the body, how many there are and where the others are as headers.
import { pageQuery, type Page } from '../../contract/page.ts';

export function renderPage({ items, total }: Page<unknown>, url: URL) {
	const { page, page_size: size } = pageQuery.parse(Object.fromEntries(url.searchParams));
	const last = Math.max(1, Math.ceil(total / size));
	const links = Object.entries({ first: 1, prev: page - 1, next: page + 1, last })
		.filter(([, number]) => number >= 1 && number <= last)
		.map(([relation, number]) => `<${addressOf(url, number)}>; rel="${relation}"`);
	return { body: items, headers: { 'total-number': String(total), link: links.join(', ') } };
}

/** Without a host: the request's own could be anybody's. */
function addressOf({ pathname, searchParams }: URL, page: number): string {
	const query = new URLSearchParams(searchParams);
	query.set('page', String(page));
	return `${pathname}?${query}`;
}
