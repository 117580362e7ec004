// Ends the account page's tokens, and the session in which somebody signed in.
import { redirect } from '@sveltejs/kit';
import { buildEndSessionUrl, tokenRevocation } from 'openid-client';
import { discover } from '$lib/account/session.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const provider = await discover(event);
	const session = event.locals.account.read();
	// It outlives the session of the browser unless it is ended by itself.
	if (session?.refreshToken) await tokenRevocation(provider, session.refreshToken);
	event.locals.account.clear();
	const after = new URL('/account/signed-out', event.url).href;
	redirect(303, buildEndSessionUrl(provider, { post_logout_redirect_uri: after }).href);
};
