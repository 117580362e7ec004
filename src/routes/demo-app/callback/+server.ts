// Back from the provider: the code becomes tokens, on the server, and the address is clean again.
import { redirect } from '@sveltejs/kit';
import { authorizationCodeGrant, AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { discover } from '../provider.ts';
import { openSession, takeVerifier, type Session } from '../session.ts';
import type { RequestEvent, RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const state = event.url.searchParams.get('state') ?? '';
	const verifier = takeVerifier(event, state);
	// A reload or Back after the exchange: whoever is signed in, still is.
	if (!verifier) redirect(303, '/demo-app');

	const answer = await exchange(event, state, verifier);
	if ('problem' in answer) redirect(303, `/demo-app?problem=${encodeURIComponent(answer.problem)}`);
	openSession(event, answer);
	redirect(303, '/demo-app');
};

async function exchange(event: RequestEvent, state: string, verifier: string): Promise<Session | { problem: string }> {
	const provider = await discover(event);
	try {
		const tokens = await authorizationCodeGrant(provider, event.url, {
			pkceCodeVerifier: verifier,
			expectedState: state,
			idTokenExpected: true
		});
		return {
			idToken: tokens.id_token ?? '',
			accessToken: tokens.access_token,
			hasRefreshToken: tokens.refresh_token !== undefined
		};
	} catch (problem) {
		if (problem instanceof AuthorizationResponseError || problem instanceof ResponseBodyError) {
			return { problem: problem.error };
		}
		throw problem;
	}
}
