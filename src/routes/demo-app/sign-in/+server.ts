// Away to the provider: authorization code with PKCE, as any web application asks for it.
import { redirect } from '@sveltejs/kit';
import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomPKCECodeVerifier, randomState } from 'openid-client';
import { discover } from '../provider.ts';
import { rememberVerifier } from '../session.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const provider = await discover(event);
	const verifier = randomPKCECodeVerifier();
	const state = randomState();
	rememberVerifier(event, state, verifier);
	const parameters: Record<string, string> = {
		redirect_uri: new URL('/demo-app/callback', event.url).href,
		scope: 'openid profile phone email offline_access',
		prompt: 'consent',
		state,
		code_challenge: await calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	};
	if (event.url.searchParams.get('screen') === 'register') parameters.first_screen = 'register';
	redirect(303, buildAuthorizationUrl(provider, parameters).href);
};
