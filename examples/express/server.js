// An Express application that signs its users in with Foyer, by any OpenID Connect library: here openid-client.
import express from 'express';
import session from 'express-session';
import * as oidc from 'openid-client';

const {
	FOYER_ENDPOINT = 'http://localhost:3001',
	FOYER_APP_ID,
	FOYER_APP_SECRET,
	SESSION_SECRET,
	PORT = '3000'
} = process.env;
const home = `http://localhost:${PORT}/`;
const redirectUri = `${home}callback`;

const issuer = new URL(`${FOYER_ENDPOINT}/oidc`);
// Plain http is for your own machine; over https nothing is relaxed.
const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
const config = await oidc.discovery(issuer, FOYER_APP_ID, FOYER_APP_SECRET, undefined, { execute });

const app = express();
// Its memory store is for trying things out: keep sessions in a database when there is more than one process.
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { sameSite: 'lax' } }));

app.get('/', (request, response) => {
	const { user } = request.session;
	response.send(
		page(
			user
				? `<p>Signed in as <strong>${escape(user.phone_number ?? user.email ?? user.sub)}</strong>.</p>
				   <pre>${escape(JSON.stringify(user, null, 2))}</pre>
				   <form method="post" action="/sign-out"><button>Sign out</button></form>`
				: '<p><a href="/sign-in">Sign in</a> or <a href="/sign-up">create an account</a></p>'
		)
	);
});

app.get('/sign-in', (request, response) => leave(request, response));
app.get('/sign-up', (request, response) => leave(request, response, { first_screen: 'register' }));

async function leave(request, response, parameters = {}) {
	const verifier = oidc.randomPKCECodeVerifier();
	const state = oidc.randomState();
	request.session.away = { verifier, state };
	const url = oidc.buildAuthorizationUrl(config, {
		redirect_uri: redirectUri,
		scope: 'openid offline_access profile phone email',
		// With `prompt=consent` there is a refresh token; Foyer asks nothing for it of the users of your own applications.
		prompt: 'consent',
		state,
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...parameters
	});
	response.redirect(url.href);
}

app.get('/callback', async (request, response) => {
	const { away } = request.session;
	if (!away) return response.redirect('/');
	delete request.session.away;
	let tokens;
	try {
		tokens = await oidc.authorizationCodeGrant(config, new URL(request.originalUrl, home), {
			pkceCodeVerifier: away.verifier,
			expectedState: away.state,
			idTokenExpected: true
		});
	} catch (error) {
		// Mostly somebody who pressed "Don't allow" (access_denied); with invalid_client the secret is wrong.
		console.warn(`Not signed in: ${error.error ?? error.cause?.message ?? error.message}`);
		return response.send(page('<p>You were not signed in. <a href="/sign-in">Try again</a></p>'));
	}
	const user = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
	// A session id from before the sign-in is not worth anything after it.
	request.session.regenerate((error) => {
		if (error) throw error;
		Object.assign(request.session, { user, idToken: tokens.id_token, refreshToken: tokens.refresh_token });
		response.redirect('/');
	});
});

app.post('/sign-out', async (request, response) => {
	const { idToken, refreshToken } = request.session;
	if (refreshToken) await oidc.tokenRevocation(config, refreshToken).catch(() => undefined);
	const hint = idToken ? { id_token_hint: idToken } : {};
	const url = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: home, ...hint });
	request.session.destroy(() => response.redirect(url.href));
});

function page(content) {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bookstore</title>
<style>body { max-width: 34rem; margin: 12vh auto; padding: 0 1rem; font: 1rem/1.6 system-ui } pre { overflow: auto }</style>
<h1>Bookstore</h1>
${content}`;
}

function escape(text) {
	return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

app.listen(Number(PORT), () => console.log(`The bookstore is open on ${home}`));
