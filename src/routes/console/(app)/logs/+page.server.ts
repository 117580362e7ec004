import { manage } from '$lib/console/api.ts';
import type { LogEntry } from '$lib/console/logs.ts';
import { pageNumber } from '$lib/console/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const wanted = event.url.searchParams.get('kind') ?? '';
	const kind = /^[\w.]{0,64}$/.test(wanted) ? wanted : '';
	const page = pageNumber(event.url);
	const query = new URLSearchParams({ page: String(page), page_size: '20', ...(kind && { logKey: kind }) });
	const { value, total } = await manage(event).list<LogEntry[]>(`logs?${query}`);
	return { entries: value, total, kind, page };
};
