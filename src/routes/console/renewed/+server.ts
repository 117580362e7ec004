// Where a silent renewal ends: what the page's own script is told of it.
import { json } from '@sveltejs/kit';
import { answeringScript } from '$lib/console/api.ts';
import type { Renewed } from '$lib/console/renewal.ts';
import { findSession } from '$lib/console/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { expiresAt } = findSession(event) ?? answeringScript(event, 401);
	return json({ lastsMs: expiresAt - Date.now() } satisfies Renewed, { headers: { 'cache-control': 'no-store' } });
};
