// By what somebody shows who they are: the best way at once, all of them on request.
import { redirect } from '@sveltejs/kit';
import { insideAccount } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { offeredMethods } from '$lib/account/prove.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const methods = await offeredMethods(accountApi(event));
	const query = new URLSearchParams({ to: insideAccount(event.url.searchParams.get('to')) });
	const factors = methods.map(({ type }) => ({ type, href: `/account/confirm/${type}?${query}` }));
	const [best] = factors;
	if (best && (factors.length === 1 || !event.url.searchParams.has('choose'))) redirect(303, best.href);
	return { factors };
};
