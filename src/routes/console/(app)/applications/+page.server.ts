import { manage } from '$lib/console/api.ts';
import { pageNumber, pageSize } from '$lib/console/paging.ts';
import type { ApplicationAnswer } from '$lib/contract/applications.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = pageNumber(event.url);
	const query = new URLSearchParams({ page: String(page), page_size: String(pageSize) });
	const { value, total } = await manage(event).list<ApplicationAnswer[]>(`applications?${query}`);
	return { applications: value, total, page };
};
