// Who is signed in to the console, and the token that its requests carry. It ends with the session at the provider.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { TokenEndpointResponse } from 'openid-client';
import type { ConsoleSession } from '../contract/console.ts';
import { managementIndicator, managementScope } from '../contract/management-api.ts';
import { earlyMs } from './renewal.ts';

export type ConsoleEvent = Pick<RequestEvent, 'fetch' | 'locals' | 'url' | 'request'>;

export const resource = managementIndicator;
/** Without `offline_access`: whoever signs out anywhere is signed out of the console. */
export const scope = `openid ${managementScope}`;

/** An open console that nobody sits at must not become somebody else's for good. */
export const freshSeconds = 600;

/** Whether the administrator signed in recently enough to change what people sign in with. */
export function isFresh({ signedInAt = 0 }: Pick<ConsoleSession, 'signedInAt'>): boolean {
	return Date.now() - signedInAt < freshSeconds * 1000;
}

/** What the provider answered, as the cookie keeps it; undefined for somebody who may not manage anything. */
export function toSession(
	tokens: TokenEndpointResponse,
	{ userId, signedInAt }: Pick<ConsoleSession, 'userId' | 'signedInAt'>
): ConsoleSession | undefined {
	if (!tokens.scope?.split(' ').includes(managementScope)) return undefined;
	return {
		accessToken: tokens.access_token,
		expiresAt: Date.now() + (tokens.expires_in ?? 0) * 1000,
		userId,
		signedInAt
	};
}

/** For what a page's own script or form asks: nothing is renewed in between. */
export function findSession({ locals }: Pick<ConsoleEvent, 'locals'>): ConsoleSession | undefined {
	const session = locals.console.read();
	return session && session.expiresAt > Date.now() ? session : undefined;
}

/** Whoever is not signed in leaves the page here; whoever is comes back at once, with a token that lasts. */
export function openSession(event: ConsoleEvent): ConsoleSession {
	const session = findSession(event);
	const spareMs = event.request.method === 'GET' ? earlyMs : 0;
	return session && session.expiresAt - spareMs > Date.now() ? session : goSignIn(event);
}

export function signInAgain(event: ConsoleEvent): never {
	event.locals.console.clear();
	goSignIn(event);
}

/** What was posted is not posted again. */
function goSignIn({ url, request }: Pick<ConsoleEvent, 'url' | 'request'>): never {
	const to = request.method === 'GET' ? url.pathname + url.search : '/console';
	redirect(303, `/console/sign-in?${new URLSearchParams({ to })}`);
}
