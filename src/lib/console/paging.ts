// Long lists, twenty at a time.
export const pageSize = 20;

/** 1 unless the address says otherwise, sensibly. */
export function pageNumber({ searchParams }: URL): number {
	const page = Number(searchParams.get('page') ?? 1);
	return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1;
}

/** What the API is asked for. */
export function pageQuery(page: number): URLSearchParams {
	return new URLSearchParams({ page: String(page), page_size: String(pageSize) });
}

export function pageHref({ pathname, searchParams }: URL, page: number): string {
	const query = new URLSearchParams(searchParams);
	query.set('page', String(page));
	return `${pathname}?${query}`;
}
