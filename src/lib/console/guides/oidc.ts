// OpenID Connect by hand, for whatever has no guide of its own: with a secret, and for applications that can keep none.
import { callback, home, serverEnv, type Guide, type GuideValues, type Snippet } from './guide.ts';

/** A scheme of one's own, by a domain that one has (RFC 8252 §7.1). */
const ownScheme = { redirectUri: 'com.example.shop:/callback', postLogoutUri: 'com.example.shop:/' };

export const oidc: Guide = {
	name: 'OpenID Connect',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	env: serverEnv,
	snippets: (values) => requests(values, callback, '-u "$FOYER_APP_ID:$FOYER_APP_SECRET"')
};

export const native: Guide = {
	type: 'Native',
	...ownScheme,
	snippets: (values) => requests(values, ownScheme.redirectUri, `-d client_id=${values.appId}`)
};

/** What any library sends. Who keeps no secret proves by the verifier that both requests are its own (RFC 7636). */
function requests({ endpoint, appId }: GuideValues, redirectUri: string, client: string): Snippet[] {
	return [
		{ title: 'openid-configuration', code: `${endpoint}/oidc/.well-known/openid-configuration` },
		{
			title: 'authorization request',
			code: `${endpoint}/oidc/auth?client_id=${appId}
	&redirect_uri=${encodeURIComponent(redirectUri)}
	&response_type=code
	&scope=openid%20profile%20phone%20email
	&state=<random>&code_challenge=<S256>&code_challenge_method=S256`
		},
		{
			title: 'token request',
			code: `curl ${endpoint}/oidc/token ${client} \\
	-d grant_type=authorization_code -d code=<code> -d code_verifier=<verifier> \\
	-d redirect_uri=${redirectUri}`
		}
	];
}
