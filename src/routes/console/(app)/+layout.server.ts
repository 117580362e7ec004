// Whoever is signed in, for the frame around every page. Whether they may is decided by each request to the API.
import { manage } from '$lib/console/api.ts';
import { nameOf, type Account } from '$lib/console/accounts.ts';
import { openSession } from '$lib/console/session.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { userId, expiresAt } = openSession(event);
	const account = await manage(event).get<Account>(`users/${userId}`);
	return {
		lastsMs: expiresAt - Date.now(),
		me: { id: userId, name: nameOf(account), hasPassword: account.hasPassword }
	};
};
