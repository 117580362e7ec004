// The demonstration's only page: nobody, or the claims of who signed in.
import { redirect } from '@sveltejs/kit';
import { buildEndSessionUrl, fetchUserInfo } from 'openid-client';
import { demoOnly, discover } from './provider.ts';
import { closeSession, readSession, type Session } from './session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = readSession(event.cookies);
	const problem = readProblem(event.url);
	if (!session) {
		await demoOnly(event.fetch);
		return { problem };
	}
	const provider = await discover(event);
	const claims = decodeClaims(session.idToken);
	// The access token may have been revoked or have expired meanwhile: then nobody is signed in here.
	const userinfo = await fetchUserInfo(provider, session.accessToken, String(claims.sub)).catch(() => undefined);
	if (!userinfo) {
		closeSession(event);
		return { problem };
	}
	const known = Object.entries({ ...claims, ...userinfo, ...kindsOf(session) }).filter(([, value]) => value !== null);
	return { claims: Object.fromEntries(known) };
};

export const actions: Actions = {
	signOut: async (event) => {
		const session = readSession(event.cookies);
		const provider = await discover(event);
		closeSession(event);
		const parameters: Record<string, string> = { post_logout_redirect_uri: new URL('/demo-app', event.url).href };
		if (session) parameters.id_token_hint = session.idToken;
		redirect(303, buildEndSessionUrl(provider, parameters).href);
	}
};

/** Validated when it was received; the cookie is nobody's but the browser's own. */
function decodeClaims(idToken: string): Record<string, unknown> {
	const [, payload = ''] = idToken.split('.');
	return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

/** What an application developer wants to know of the tokens, without showing one. */
function kindsOf({ accessToken, hasRefreshToken }: Session) {
	return {
		access_token: accessToken.split('.').length === 3 ? '(JWT)' : '(opaque)',
		refresh_token: hasRefreshToken ? '(opaque)' : '–'
	};
}

/** Only the standard's short codes, never a sentence from a URL. */
function readProblem({ searchParams }: URL): string | undefined {
	const code = searchParams.get('problem') ?? '';
	return /^[a-z_]{1,40}$/.test(code) ? code : undefined;
}
