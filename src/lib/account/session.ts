// Who is signed in to the account page, and the token that its requests carry. Renewed shortly before it ends.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refreshTokenGrant, ResponseBodyError, type TokenEndpointResponse } from 'openid-client';
import { accountClientId, accountScopes, type AccountSession } from '../contract/account/access.ts';
import { awayCookies } from '../oidc-client/away.ts';
import { discover as discoverAs } from '../oidc-client/discover.ts';

export type AccountEvent = Pick<RequestEvent, 'fetch' | 'locals' | 'url' | 'request'>;

export const scope = ['openid', 'offline_access', ...accountScopes].join(' ');
export const away = awayCookies('account');
export const discover = (event: Parameters<typeof discoverAs>[0]) => discoverAs(event, accountClientId);

const earlyMs = 60_000;

/** What the provider answered, as the cookie keeps it. `before`: what else it keeps, of the same person. */
export function toSession(
	tokens: TokenEndpointResponse,
	userId: string,
	before: Partial<AccountSession> = {}
): AccountSession {
	return {
		...before,
		accessToken: tokens.access_token,
		refreshToken: tokens.refresh_token,
		expiresAt: Date.now() + (tokens.expires_in ?? 0) * 1000,
		userId
	};
}

/** Loads of one request run side by side: they share one answer, so that a token is renewed once. */
const asked = new WeakMap<App.Locals, Promise<AccountSession | undefined>>();

/** Whoever is not signed in leaves the page here. */
export async function openSession(event: AccountEvent): Promise<AccountSession> {
	const known = asked.get(event.locals) ?? renewed(event);
	asked.set(event.locals, known);
	if (!(await known)) signInAgain(event);
	// What was changed meanwhile counts.
	return event.locals.account.read() ?? signInAgain(event);
}

/** Of what the cookie keeps beside the tokens. */
export async function changeSession(event: AccountEvent, changes: Partial<AccountSession>): Promise<void> {
	event.locals.account.write({ ...(await openSession(event)), ...changes });
}

export function signInAgain({ locals, url, request }: AccountEvent): never {
	locals.account.clear();
	// What was posted is not posted again.
	const to = request.method === 'GET' ? url.pathname : '/account';
	redirect(303, `/account/sign-in?${new URLSearchParams({ to })}`);
}

async function renewed(event: AccountEvent): Promise<AccountSession | undefined> {
	const session = event.locals.account.read();
	if (!session || session.expiresAt - earlyMs > Date.now()) return session;
	if (!session.refreshToken) return undefined;
	try {
		const tokens = await refreshTokenGrant(await discover(event), session.refreshToken);
		const next = toSession(tokens, session.userId, session);
		event.locals.account.write(next);
		return next;
	} catch (error) {
		// Revoked, reused or too old: signing in again is the way on.
		if (error instanceof ResponseBodyError) return undefined;
		throw error;
	}
}
