// Everything that is kept about somebody: to take along, and to end.
import { accountApi } from '$lib/account/api.ts';
import { webAddress } from '$lib/experience/journeys/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const { deleteAccountUrl } = await api.center();
	return { links: { export: '/account/data/export', remove: webAddress(deleteAccountUrl) ?? '/account/data/delete' } };
};
