// Pages that the provider wants shown: hooks describe them here, the bridge has them drawn by the experience wing.
import type { KoaContextWithOIDC } from 'oidc-provider';
import { isThirdParty } from './clients.ts';

export type ProviderPage =
	| { screen: 'sign-out'; action: string; fields: Record<string, string>; applicationName?: string }
	| { screen: 'signed-out' }
	| { screen: 'auto-post'; action: string; fields: Record<string, string>; applicationName?: string }
	| { screen: 'go'; url: string; applicationName?: string }
	| { screen: 'failure'; kind: 'unknown-session' | 'invalid-request' | 'not-found' | 'unavailable' | 'error' };

/** The application that a page speaks of, known to the provider, in whose look it is drawn. */
export type PageOwner = { id: string; isThirdParty: boolean };
export type ShownPage = { page: ProviderPage; owner?: PageOwner };

/** By request object, so that nothing from outside can name a page. */
const pages = new WeakMap<object, ShownPage>();

type Response = Pick<KoaContextWithOIDC, 'req' | 'type' | 'body'> & { oidc?: KoaContextWithOIDC['oidc'] };

export function showPage(ctx: Response, page: ProviderPage): void {
	const client = ctx.oidc?.client;
	pages.set(ctx.req, { page, owner: client && { id: client.clientId, isThirdParty: isThirdParty(client) } });
	ctx.type = 'html';
	// Never sent: the bridge replaces it.
	ctx.body = page.screen;
}

export function findPage(request: object): ShownPage | undefined {
	return pages.get(request);
}
