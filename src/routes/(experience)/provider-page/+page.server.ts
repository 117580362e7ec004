// Draws a page that no route of its own draws, asked for in-process (`guard/draw-page.ts`): nobody reaches it from outside.
import { error } from '@sveltejs/kit';
import { openAccountCenter } from '$lib/experience/journeys/account-center.ts';
import { rememberedHere } from '$lib/experience/journeys/remembered.ts';
import type { AutoPostProps, FailureProps, GoProps, SignOutProps } from '$lib/experience/screens/props.ts';
import type { PageServerLoad } from './$types';

type ProviderPage =
	| ({ screen: 'sign-out' } & SignOutProps)
	| { screen: 'signed-out' }
	| ({ screen: 'auto-post' } & AutoPostProps)
	| ({ screen: 'go' } & GoProps)
	| ({ screen: 'failure' } & Pick<FailureProps, 'kind' | 'retryAfter' | 'links'>);

/** `address` is what the person's browser shows: language links lead there. */
type Described = { page: ProviderPage; address: string; owner?: { isThirdParty?: boolean } };

export const load: PageServerLoad = async ({ isSubRequest, request, url, locals, fetch }) => {
	const described = isSubRequest ? request.headers.get('x-foyer-page') : null;
	if (!described) error(404);
	const { page, address, owner } = JSON.parse(Buffer.from(described, 'base64url').toString()) as Described;
	// Signing out is the moment to think of who sits here next.
	const accounts = page.screen === 'signed-out' ? rememberedHere(locals.accounts, Date.now()) : [];
	const isNotFound = page.screen === 'failure' && page.kind === 'not-found';
	return {
		page,
		accounts,
		account: isNotFound && (await openAccountCenter(fetch)) ? '/account' : undefined,
		address: url.origin + address,
		isThirdParty: owner?.isThirdParty,
		requestId: locals.caller.requestId
	};
};
