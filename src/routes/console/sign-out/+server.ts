// Ends the session in which somebody signed in, and with it the console's token.
import { redirect } from '@sveltejs/kit';
import { buildEndSessionUrl } from 'openid-client';
import { discover } from '$lib/console/provider.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	// First of all: whatever fails after it, nobody is signed in here any more.
	event.locals.console.clear();
	const after = new URL('/console/signed-out', event.url).href;
	redirect(303, buildEndSessionUrl(await discover(event), { post_logout_redirect_uri: after }).href);
};
