// Who is signed in to the console, and the token that its requests carry. Renewed shortly before it ends.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refreshTokenGrant, ResponseBodyError, type TokenEndpointResponse } from 'openid-client';
import type { ConsoleSession } from '../contract/console.ts';
import { managementIndicator, managementScope } from '../contract/management-api.ts';
import { discover } from './provider.ts';

export type ConsoleEvent = Pick<RequestEvent, 'fetch' | 'locals' | 'url' | 'request'>;

export const resource = managementIndicator;
export const scope = `openid offline_access ${managementScope}`;

const earlyMs = 60_000;
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
		refreshToken: tokens.refresh_token,
		expiresAt: Date.now() + (tokens.expires_in ?? 0) * 1000,
		userId,
		signedInAt
	};
}

/** Loads of one request run side by side: they share one answer, so that a token is renewed once. */
const asked = new WeakMap<App.Locals, Promise<ConsoleSession | undefined>>();

export function findSession(event: ConsoleEvent): Promise<ConsoleSession | undefined> {
	const known = asked.get(event.locals) ?? renewed(event);
	asked.set(event.locals, known);
	return known;
}

export async function openSession(event: ConsoleEvent): Promise<ConsoleSession> {
	return (await findSession(event)) ?? signInAgain(event);
}

export function signInAgain({ locals, url, request }: ConsoleEvent): never {
	locals.console.clear();
	// What was posted is not posted again.
	const to = request.method === 'GET' ? url.pathname : '/console';
	redirect(303, `/console/sign-in?${new URLSearchParams({ to })}`);
}

async function renewed(event: ConsoleEvent): Promise<ConsoleSession | undefined> {
	const session = event.locals.console.read();
	if (!session || session.expiresAt - earlyMs > Date.now()) return session;
	if (!session.refreshToken) return undefined;
	try {
		const tokens = await refreshTokenGrant(await discover(event), session.refreshToken, { resource });
		const next = toSession(tokens, session);
		if (next) event.locals.console.write(next);
		return next;
	} catch (error) {
		// Revoked, reused or too old: signing in again is the way on.
		if (error instanceof ResponseBodyError) return undefined;
		throw error;
	}
}
