// One sign-in through openid-client: the address to send the browser to, and the tokens that come back.
import * as oidc from 'openid-client';
import type { TestApplication } from '../server.ts';
import { signInOnPages, type Person } from './person.ts';

export type Judge = { config: oidc.Configuration; redirectUri: string };

export async function discover(
	origin: string,
	application: TestApplication,
	authenticate?: oidc.ClientAuth,
	fetch?: oidc.CustomFetch
): Promise<Judge> {
	const issuer = new URL(`${origin}/oidc`);
	// Plain http is for loopback; over https nothing is relaxed.
	const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
	const options: oidc.DiscoveryRequestOptions = fetch ? { execute, [oidc.customFetch]: fetch } : { execute };
	const config = await oidc.discovery(issuer, application.id, application.secret, authenticate, options);
	return { config, redirectUri: application.redirectUris[0] ?? '' };
}

export type Sent = { url: URL; state: string; nonce: string; verifier: string };

export async function authorize(
	{ config, redirectUri }: Judge,
	parameters: Record<string, string> = {}
): Promise<Sent> {
	const verifier = oidc.randomPKCECodeVerifier();
	const state = oidc.randomState();
	const nonce = oidc.randomNonce();
	const url = oidc.buildAuthorizationUrl(config, {
		redirect_uri: redirectUri,
		scope: 'openid profile phone offline_access',
		prompt: 'consent',
		state,
		nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...parameters
	});
	return { url, state, nonce, verifier };
}

/** Checks state, nonce, `iss` of the response and the ID token's signature by the published keys. */
export function exchange({ config }: Judge, sent: Sent, callback: URL | Request) {
	oidc.enableNonRepudiationChecks(config);
	return oidc.authorizationCodeGrant(config, callback, {
		pkceCodeVerifier: sent.verifier,
		expectedState: sent.state,
		expectedNonce: sent.nonce,
		idTokenExpected: true
	});
}

export async function signIn(judge: Judge, person: Person, parameters: Record<string, string> = {}) {
	const sent = await authorize(judge, parameters);
	const callback = await signInOnPages(person, sent.url.href);
	const tokens = await exchange(judge, sent, callback);
	const claims = tokens.claims();
	if (!claims) throw new Error('no ID token');
	return { tokens, claims, callback, sent };
}
