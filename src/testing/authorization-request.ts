// What an application asks the provider for, with a fresh PKCE verifier (RFC 7636).
import { createHash, randomBytes } from 'node:crypto';

export type AuthorizationRequest = {
	/** To send the browser to. */
	address: string;
	/** What the code is redeemed with. */
	verifier: string;
};

/** `base` is the issuer; `parameters` add to what every test asks for, or replace it. */
export function authorizationRequest(
	base: string,
	{ id, redirectUri }: { id: string; redirectUri: string },
	parameters: Record<string, string> = {}
): AuthorizationRequest {
	const verifier = randomBytes(32).toString('base64url');
	const query = new URLSearchParams({
		client_id: id,
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: 'openid profile email phone offline_access',
		prompt: 'consent',
		state: randomBytes(8).toString('hex'),
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
		...parameters
	});
	return { address: `${base}/auth?${query}`, verifier };
}
