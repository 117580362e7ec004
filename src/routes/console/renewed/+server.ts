// Where a silent renewal ends: what the page's own script is told of it.
import { json } from '@sveltejs/kit';
import { nameOf, type Account } from '$lib/console/accounts.ts';
import { answeringScript, manage } from '$lib/console/api.ts';
import type { Renewed } from '$lib/console/renewal.ts';
import { findSession } from '$lib/console/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { userId: id, expiresAt } = findSession(event) ?? answeringScript(event, 401);
	const account = await manage(event, answeringScript).get<Account>(`users/${id}`);
	const renewed: Renewed = { lastsMs: expiresAt - Date.now(), me: { id, name: nameOf(account) } };
	return json(renewed, { headers: { 'cache-control': 'no-store' } });
};
