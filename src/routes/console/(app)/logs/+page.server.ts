import { manage } from '$lib/console/api.ts';
import { isFiltering, queryOf, readFilter } from '$lib/console/log-filter.ts';
import type { LogAnswer } from '$lib/contract/logs.ts';
import { readNames } from '$lib/console/names.ts';
import { pageNumber } from '$lib/console/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const filter = readFilter(event.url);
	const page = pageNumber(event.url);
	const api = manage(event);
	const { value, total } = await api.list<LogAnswer[]>(`logs?${queryOf(filter, page)}`);
	const names = await readNames(
		api,
		value.flatMap(({ payload }) => [payload.actorId, payload.userId])
	);
	return { entries: value, total, names, filter, isFiltering: isFiltering(filter), page };
};
