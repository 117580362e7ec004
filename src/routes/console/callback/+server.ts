// Back from the provider: the code becomes tokens, sealed in a cookie, for administrators only.
import { redirect } from '@sveltejs/kit';
import { authorizationCodeGrant, AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { insideConsole } from '$lib/console/address.ts';
import { away as awayCookies, discover } from '$lib/console/provider.ts';
import { renewedAt } from '$lib/console/renewal.ts';
import { resource, toSession } from '$lib/console/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const away = awayCookies.take(event, event.url.searchParams.get('state') ?? '');
	// A reload or Back after the exchange: whoever is signed in, still is.
	if (!away) redirect(303, '/console');
	const checks = { pkceCodeVerifier: away.verifier, expectedState: away.state, expectedNonce: away.nonce };
	const tokens = await authorizationCodeGrant(await discover(event), event.url, checks, { resource }).catch(refused);
	const { sub: userId = '', auth_time: at } = tokens?.claims() ?? {};
	const session = tokens && toSession(tokens, { userId, signedInAt: at === undefined ? undefined : at * 1000 });
	if (session) {
		event.locals.console.write(session);
		redirect(303, insideConsole(away.to));
	}
	if (away.to !== renewedAt) redirect(303, tokens ? '/console/refused' : '/console/signed-out');
	// Whoever asked without a page hears it there.
	event.locals.console.clear();
	redirect(303, renewedAt);
};

/** Cancelled, or used before: nobody is signed in. Anything else is a fault. */
function refused(error: unknown): undefined {
	if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return undefined;
	throw error;
}
