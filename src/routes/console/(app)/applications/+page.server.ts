import { manage } from '$lib/console/api.ts';
import type { Application } from '$lib/console/applications.ts';
import { pageNumber, pageSize } from '$lib/console/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = pageNumber(event.url);
	const query = new URLSearchParams({ page: String(page), page_size: String(pageSize) });
	const { value, total } = await manage(event).list<Application[]>(`applications?${query}`);
	return { applications: value, total, page };
};
