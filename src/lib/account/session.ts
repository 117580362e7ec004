// Who is signed in to the account page, and the token that its requests carry. It ends with the session at the provider.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { TokenEndpointResponse } from 'openid-client';
import { accountClientId, accountScopes, type AccountSession } from '../contract/account/access.ts';
import { insideAccount } from './address.ts';
import { awayCookies } from '../oidc-client/away.ts';
import { discover as discoverAs } from '../oidc-client/discover.ts';

export type AccountEvent = Pick<RequestEvent, 'fetch' | 'locals' | 'url' | 'request'>;

/** Without `offline_access`: whoever signs out anywhere is signed out of this page. */
export const scope = ['openid', ...accountScopes].join(' ');
export const away = awayCookies('account');
export const discover = (event: Parameters<typeof discoverAs>[0]) => discoverAs(event, accountClientId);

/** A page is opened with a token that lasts until its form is filled in. */
const earlyMs = 600_000;

/** What the provider answered, as the cookie keeps it. `before`: what it kept; of the same person, what is half done stays. */
export function toSession(tokens: TokenEndpointResponse, userId: string, before?: AccountSession): AccountSession {
	return {
		...(before?.userId === userId && before),
		accessToken: tokens.access_token,
		expiresAt: Date.now() + (tokens.expires_in ?? 0) * 1000,
		userId
	};
}

/** Whoever is not signed in leaves the page here; whoever is comes back at once, with another token. */
export async function openSession(event: AccountEvent): Promise<AccountSession> {
	const session = event.locals.account.read();
	const spareMs = event.request.method === 'GET' ? earlyMs : 0;
	return session && session.expiresAt - spareMs > Date.now() ? session : goSignIn(event);
}

/** Of what the cookie keeps beside the token. */
export async function changeSession(event: AccountEvent, changes: Partial<AccountSession>): Promise<void> {
	event.locals.account.write({ ...(await openSession(event)), ...changes });
}

export function signInAgain(event: AccountEvent): never {
	event.locals.account.clear();
	goSignIn(event);
}

/** What was posted is not posted again. Whoever is to show who they are was on the way to another page. */
function goSignIn({ url }: Pick<AccountEvent, 'url'>): never {
	const to = url.searchParams.has('to') ? insideAccount(url.searchParams.get('to')) : url.pathname;
	redirect(303, `/account/sign-in?${new URLSearchParams({ to })}`);
}
