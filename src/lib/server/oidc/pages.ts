// Pages that the provider wants shown: hooks describe them here, the bridge has them drawn by the experience wing.
import type { KoaContextWithOIDC } from 'oidc-provider';

export type ProviderPage =
	| { screen: 'sign-out'; action: string; fields: Record<string, string>; applicationName?: string }
	| { screen: 'signed-out' }
	| { screen: 'auto-post'; action: string; fields: Record<string, string>; applicationName?: string }
	| { screen: 'go'; url: string; applicationName?: string }
	| { screen: 'failure'; kind: 'unknown-session' | 'invalid-request' | 'not-found' | 'unavailable' | 'error' };

/** By request object, so that nothing from outside can name a page. */
const pages = new WeakMap<object, ProviderPage>();

type Response = Pick<KoaContextWithOIDC, 'req' | 'type' | 'body'>;

export function showPage(ctx: Response, page: ProviderPage): void {
	pages.set(ctx.req, page);
	ctx.type = 'html';
	// Never sent: the bridge replaces it.
	ctx.body = page.screen;
}

export function findPage(request: object): ProviderPage | undefined {
	return pages.get(request);
}
