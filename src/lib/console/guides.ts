// A guide for each framework: its code with the values of one application in it.
import type { ApplicationType } from './applications.ts';

export type GuideValues = { endpoint: string; appId: string; appSecret: string };
export type Snippet = { title: string; code: string };
export type Guide = {
	name: string;
	type: ApplicationType;
	/** Where the example runs: what has to be registered. */
	redirectUri: string;
	postLogoutUri: string;
	install?: string;
	env(values: GuideValues): string;
	snippets(values: GuideValues): Snippet[];
};

const home = 'http://localhost:3000/';
const callback = 'http://localhost:3000/callback';
const logtoEnv = ({ endpoint, appId, appSecret }: GuideValues) =>
	[`LOGTO_ENDPOINT=${endpoint}`, `LOGTO_APP_ID=${appId}`, `LOGTO_APP_SECRET=${appSecret}`].join('\n');
const oidcEnv = ({ endpoint, appId, appSecret }: GuideValues) =>
	[`OIDC_ISSUER=${endpoint}/oidc`, `OIDC_CLIENT_ID=${appId}`, `OIDC_CLIENT_SECRET=${appSecret}`].join('\n');

const sveltekit: Guide = {
	name: 'SvelteKit',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm i @logto/sveltekit',
	env: (values) => `${logtoEnv(values)}\nLOGTO_COOKIE_ENCRYPTION_KEY=${'<32 random characters>'}`,
	snippets: () => [
		{
			title: 'src/hooks.server.ts',
			code: `import { handleLogto } from '@logto/sveltekit';
import { env } from '$env/dynamic/private';

export const handle = handleLogto(
	{
		endpoint: env.LOGTO_ENDPOINT,
		appId: env.LOGTO_APP_ID,
		appSecret: env.LOGTO_APP_SECRET,
		scopes: ['phone', 'email']
	},
	{ encryptionKey: env.LOGTO_COOKIE_ENCRYPTION_KEY }
);`
		},
		{
			title: 'src/routes/+page.server.ts',
			code: `export const load = ({ locals }) => ({ user: locals.user });

export const actions = {
	signIn: ({ locals }) => locals.logtoClient.signIn('${callback}'),
	signOut: ({ locals }) => locals.logtoClient.signOut('${home}')
};`
		},
		{
			title: 'src/routes/+page.svelte',
			code: `<script>
	let { data } = $props();
</script>

<form method="POST" action="?/{data.user ? 'signOut' : 'signIn'}">
	<button>Sign {data.user ? 'out' : 'in'}</button>
</form>`
		}
	]
};

const flask: Guide = {
	name: 'Flask',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'pip install "flask[async]" logto',
	env: logtoEnv,
	snippets: () => [
		{
			title: 'app.py',
			code: `import os
from flask import Flask, redirect, request, session
from logto import LogtoClient, LogtoConfig, Storage

app = Flask(__name__)
app.secret_key = os.environ["FLASK_SECRET_KEY"]


class SessionStorage(Storage):
    def get(self, key):
        return session.get(key)

    def set(self, key, value):
        session[key] = value

    def delete(self, key):
        session.pop(key, None)


client = LogtoClient(
    LogtoConfig(
        endpoint=os.environ["LOGTO_ENDPOINT"],
        appId=os.environ["LOGTO_APP_ID"],
        appSecret=os.environ["LOGTO_APP_SECRET"],
    ),
    storage=SessionStorage(),
)


@app.route("/")
async def home():
    if client.isAuthenticated():
        return "<a href='/sign-out'>Sign out</a>"
    return "<a href='/sign-in'>Sign in</a>"


@app.route("/sign-in")
async def sign_in():
    return redirect(await client.signIn(redirectUri="${callback}"))


@app.route("/callback")
async def callback():
    await client.handleSignInCallback(request.url)
    return redirect("/")


@app.route("/sign-out")
async def sign_out():
    return redirect(await client.signOut(postLogoutRedirectUri="${home}"))`
		}
	]
};

const express: Guide = {
	name: 'Express',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm i express express-session openid-client',
	env: oidcEnv,
	snippets: () => [
		{
			title: 'server.js',
			code: `import express from 'express';
import session from 'express-session';
import * as oidc from 'openid-client';

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRET } = process.env;
const provider = await oidc.discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET);
const app = express().use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false }));

app.get('/', (request, response) =>
	response.send(request.session.user ? '<a href="/sign-out">Sign out</a>' : '<a href="/sign-in">Sign in</a>')
);

app.get('/sign-in', async (request, response) => {
	const verifier = oidc.randomPKCECodeVerifier();
	const state = oidc.randomState();
	request.session.away = { verifier, state };
	const address = oidc.buildAuthorizationUrl(provider, {
		redirect_uri: '${callback}',
		scope: 'openid profile phone email',
		state,
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	});
	response.redirect(address.href);
});

app.get('/callback', async (request, response) => {
	const { verifier, state } = request.session.away;
	const here = new URL(request.url, '${home}');
	const tokens = await oidc.authorizationCodeGrant(provider, here, { pkceCodeVerifier: verifier, expectedState: state });
	request.session.user = tokens.claims();
	response.redirect('/');
});

app.get('/sign-out', (request, response) =>
	request.session.destroy(() =>
		response.redirect(oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: '${home}' }).href)
	)
);

app.listen(3000);`
		}
	]
};

const next: Guide = {
	name: 'Next.js',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm i @logto/next',
	env: (values) => `${logtoEnv(values)}\nLOGTO_COOKIE_SECRET=<32 random characters>`,
	snippets: () => [
		{
			title: 'app/logto.js',
			code: `export const logtoConfig = {
	endpoint: process.env.LOGTO_ENDPOINT,
	appId: process.env.LOGTO_APP_ID,
	appSecret: process.env.LOGTO_APP_SECRET,
	cookieSecret: process.env.LOGTO_COOKIE_SECRET,
	cookieSecure: process.env.NODE_ENV === 'production',
	baseUrl: 'http://localhost:3000'
};`
		},
		{
			title: 'app/callback/route.js',
			code: `import { handleSignIn } from '@logto/next/server-actions';
import { redirect } from 'next/navigation';
import { logtoConfig } from '../logto';

export async function GET(request) {
	await handleSignIn(logtoConfig, request.nextUrl.searchParams);
	redirect('/');
}`
		},
		{
			title: 'app/page.js',
			code: `import { getLogtoContext, signIn, signOut } from '@logto/next/server-actions';
import { logtoConfig } from './logto';

export default async function Home() {
	const { isAuthenticated } = await getLogtoContext(logtoConfig);
	async function toggle() {
		'use server';
		await (isAuthenticated ? signOut(logtoConfig, '${home}') : signIn(logtoConfig, { redirectUri: '${callback}' }));
	}
	return <form action={toggle}><button>Sign {isAuthenticated ? 'out' : 'in'}</button></form>;
}`
		}
	]
};

const plain: Guide = {
	name: 'OpenID Connect',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	env: oidcEnv,
	snippets: ({ endpoint, appId }) => [
		{
			title: 'openid-configuration',
			code: `${endpoint}/oidc/.well-known/openid-configuration`
		},
		{
			title: 'authorization request',
			code: `${endpoint}/oidc/auth?client_id=${appId}
	&redirect_uri=${encodeURIComponent(callback)}
	&response_type=code
	&scope=openid%20profile%20phone%20email
	&state=<random>&code_challenge=<S256>&code_challenge_method=S256`
		},
		{
			title: 'token request',
			code: `curl -u "$OIDC_CLIENT_ID:$OIDC_CLIENT_SECRET" ${endpoint}/oidc/token \\
	-d grant_type=authorization_code -d code=<code> -d code_verifier=<verifier> \\
	-d redirect_uri=${callback}`
		}
	]
};

export const guides: Record<string, Guide> = { sveltekit, flask, express, next, oidc: plain };
export type Framework = keyof typeof guides;

export function guideOf(name: string | null): Guide {
	return (name && Object.hasOwn(guides, name) ? guides[name] : undefined) ?? sveltekit;
}
