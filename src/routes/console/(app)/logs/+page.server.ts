import { manage } from '$lib/console/api.ts';
import type { LogEntry } from '$lib/console/logs.ts';
import { readNames } from '$lib/console/names.ts';
import { pageNumber } from '$lib/console/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const wanted = event.url.searchParams.get('kind') ?? '';
	const kind = /^[\w.]{0,64}$/.test(wanted) ? wanted : '';
	const page = pageNumber(event.url);
	const query = new URLSearchParams({ page: String(page), page_size: '20', ...(kind && { logKey: kind }) });
	const api = manage(event);
	const { value, total } = await api.list<LogEntry[]>(`logs?${query}`);
	const names = await readNames(
		api,
		value.map(({ payload }) => payload.actorId)
	);
	return { entries: value, total, names, kind, page };
};
