// The account's number or address.
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { openField } from '$lib/account/guard.ts';
import { contactOf } from '$lib/account/overview.ts';
import { myAccount } from '$lib/contract/account/profile.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const kind = event.params.contact;
	const [{ isFixed }, me] = await Promise.all([openField(api, kind), api.get('my-account', myAccount)]);
	return {
		kind,
		...contactOf(me, kind),
		isFixed,
		done: newsIn(event.url),
		links: { change: `/account/${kind}/new`, remove: `/account/${kind}/remove` }
	};
};
