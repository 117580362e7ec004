// Back from the provider: the code becomes a token, sealed in a cookie.
import { redirect } from '@sveltejs/kit';
import { authorizationCodeGrant, AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { insideAccount } from '$lib/account/address.ts';
import { away as awayCookies, discover, toSession } from '$lib/account/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const away = awayCookies.take(event, event.url.searchParams.get('state') ?? '');
	// A reload or Back after the exchange: whoever is signed in, still is.
	if (!away) redirect(303, '/account');
	const checks = { pkceCodeVerifier: away.verifier, expectedState: away.state, expectedNonce: away.nonce };
	const tokens = await authorizationCodeGrant(await discover(event), event.url, checks).catch(refused);
	if (!tokens) redirect(303, '/account/signed-out');
	const { account } = event.locals;
	account.write(toSession(tokens, tokens.claims()?.sub ?? '', account.read()));
	redirect(303, insideAccount(away.to));
};

/** Cancelled, or used before: nobody is signed in. Anything else is a fault. */
function refused(error: unknown): undefined {
	if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return undefined;
	throw error;
}
