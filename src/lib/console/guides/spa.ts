// A single page: no server, and no secret.
import { callback, home, type Guide } from './guide.ts';

export const spa: Guide = {
	type: 'SPA',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm i vite openid-client',
	snippets: ({ endpoint, appId }) => [
		{
			title: 'index.html',
			code: `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Bookstore</title>
<p id="who"></p>
<button id="go"></button>
<script type="module" src="/main.js"></script>`
		},
		{
			title: 'main.js',
			code: `import * as oidc from 'openid-client';

const issuer = new URL('${endpoint}/oidc');
// Plain http is for your own machine; over https nothing is relaxed.
const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
const provider = await oidc.discovery(issuer, '${appId}', undefined, oidc.None(), { execute });

let note = '';
if (location.pathname === '/callback') {
	try {
		await comeBack();
	} catch (error) {
		// Mostly somebody who pressed "Don't allow" (access_denied).
		console.warn('Not signed in:', error);
		note = 'You were not signed in.';
	}
	history.replaceState(null, '', '/');
}

const user = JSON.parse(sessionStorage.getItem('user') ?? 'null');
const button = document.querySelector('#go');
document.querySelector('#who').textContent = user ? \`Signed in as \${user.phone_number ?? user.email ?? user.sub}.\` : note;
button.textContent = user ? 'Sign out' : 'Sign in';
button.onclick = user ? signOut : signIn;

async function signIn() {
	const verifier = oidc.randomPKCECodeVerifier();
	const state = oidc.randomState();
	sessionStorage.setItem('away', JSON.stringify({ verifier, state }));
	location.href = oidc.buildAuthorizationUrl(provider, {
		redirect_uri: \`\${location.origin}/callback\`,
		scope: 'openid profile phone email',
		state,
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	}).href;
}

async function comeBack() {
	const away = JSON.parse(sessionStorage.getItem('away') ?? 'null');
	sessionStorage.removeItem('away');
	if (!away) return;
	const checks = { pkceCodeVerifier: away.verifier, expectedState: away.state, idTokenExpected: true };
	const tokens = await oidc.authorizationCodeGrant(provider, new URL(location.href), checks);
	sessionStorage.setItem('user', JSON.stringify(tokens.claims()));
}

function signOut() {
	sessionStorage.clear();
	location.href = oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: \`\${location.origin}/\` }).href;
}`
		}
	],
	run: 'npx vite --port 3000 --strictPort'
};
