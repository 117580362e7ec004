// Away to the provider. A one-time link of `foyer admin link` comes by here, too.
import { redirect } from '@sveltejs/kit';
import {
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	randomNonce,
	randomPKCECodeVerifier,
	randomState
} from 'openid-client';
import { insideConsole } from '$lib/console/address.ts';
import { away as awayCookies, discover } from '$lib/console/provider.ts';
import { freshSeconds, resource, scope } from '$lib/console/session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { searchParams, origin } = event.url;
	const away = {
		state: randomState(),
		verifier: randomPKCECodeVerifier(),
		nonce: randomNonce(),
		to: insideConsole(searchParams.get('to'))
	};
	awayCookies.remember(event, away);
	const link = searchParams.get('one_time_token');
	const again = link !== null || searchParams.has('again');
	const isStale = searchParams.has('fresh');
	const parameters: Record<string, string> = {
		redirect_uri: `${origin}/console/callback`,
		scope,
		resource,
		// `consent` asks for a refresh token; `login`, for somebody else than who is signed in.
		prompt: again ? 'login consent' : 'consent',
		// Whoever has just signed in goes through.
		...(isStale && { max_age: String(freshSeconds) }),
		state: away.state,
		nonce: away.nonce,
		code_challenge: await calculatePKCECodeChallenge(away.verifier),
		code_challenge_method: 'S256'
	};
	if (link) Object.assign(parameters, { one_time_token: link, login_hint: searchParams.get('login_hint') ?? '' });
	redirect(303, buildAuthorizationUrl(await discover(event), parameters).href);
};
