// Away to the provider. Whoever is signed in there comes back at once.
import { redirect } from '@sveltejs/kit';
import {
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	randomNonce,
	randomPKCECodeVerifier,
	randomState
} from 'openid-client';
import { insideAccount } from '$lib/account/address.ts';
import { away as awayCookies, discover, scope } from '$lib/account/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { searchParams, origin } = event.url;
	const away = {
		state: randomState(),
		verifier: randomPKCECodeVerifier(),
		nonce: randomNonce(),
		to: insideAccount(searchParams.get('to'))
	};
	awayCookies.remember(event, away);
	const parameters = {
		redirect_uri: `${origin}/account/callback`,
		scope,
		state: away.state,
		nonce: away.nonce,
		code_challenge: await calculatePKCECodeChallenge(away.verifier),
		code_challenge_method: 'S256',
		ui_locales: event.locals.locale
	};
	redirect(303, buildAuthorizationUrl(await discover(event), parameters).href);
};
