import type { Account } from '$lib/console/accounts.ts';
import { manage } from '$lib/console/api.ts';
import { pageNumber, pageQuery } from '$lib/console/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const search = event.url.searchParams.get('q')?.trim() ?? '';
	const page = pageNumber(event.url);
	const query = pageQuery(page);
	if (search) query.set('search', `%${search}%`);
	const { value, total } = await manage(event).list<Account[]>(`users?${query}`);
	return { users: value, total, search, page };
};
