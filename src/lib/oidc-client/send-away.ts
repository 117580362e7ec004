// The way to the provider: authorization code with PKCE (RFC 7636), and a cookie to come back by.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
	type Configuration
} from 'openid-client';
import type { awayCookies } from './away.ts';

type Journey = {
	away: ReturnType<typeof awayCookies>;
	configuration: Configuration;
	/** Where the callback leads on to: a path of the wing's own. */
	to: string;
	/** `redirect_uri`, `scope`, and what else the provider is asked. */
	parameters: Record<string, string>;
};

export async function sendAway(
	event: Pick<RequestEvent, 'cookies' | 'url'>,
	{ away, configuration, to, parameters }: Journey
): Promise<never> {
	const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
	away.remember(event, { state, verifier, nonce, to });
	const proof = { code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
	redirect(303, buildAuthorizationUrl(configuration, { ...parameters, state, nonce, ...proof }).href);
}
