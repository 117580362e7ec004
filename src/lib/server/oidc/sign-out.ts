// Signing out: without a question where the request proves that an application of this session asks for it.
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { OidcStore } from '../usecases/ports.ts';
import { showPage } from './pages.ts';

type LogoutFeature = NonNullable<NonNullable<Configuration['features']>['rpInitiatedLogout']>;

/** `isSettled`: nobody needs to be asked, so that the library's own form never reaches a browser. */
export function signOutFeature(signOut: (ctx: KoaContextWithOIDC) => Promise<void>): LogoutFeature {
	return {
		enabled: true,
		logoutSource: async (ctx) => {
			if (isProven(ctx)) return signOut(ctx);
			showPage(ctx, {
				screen: 'sign-out',
				action: ctx.oidc.urlFor('end_session_confirm'),
				fields: { xsrf: String(ctx.oidc.session?.state?.secret), logout: 'yes' },
				applicationName: ctx.oidc.client?.clientName
			});
		},
		postLogoutSuccessSource: (ctx) => showPage(ctx, { screen: 'signed-out' })
	};
}

/** Logto's SDKs send no hint; an application that the person uses in this session, with its own address, will do. */
function isProven({ oidc }: KoaContextWithOIDC): boolean {
	const { session, client, params, entities } = oidc;
	if (entities.IdTokenHint) return entities.IdTokenHint.payload.sub === session?.accountId;
	return !!client && !!params?.post_logout_redirect_uri && !!session?.authorizations?.[client.clientId];
}

/** Ends the session as the library does when its form is confirmed: grants with `offline_access` outlive it. */
export function createSignOut(store: OidcStore) {
	return async function signOut(ctx: KoaContextWithOIDC): Promise<void> {
		const { session, provider } = ctx.oidc;
		if (!session) return;
		const { state, authorizations = {} } = session;
		for (const { grantId, persistsLogout } of Object.values(authorizations)) {
			if (grantId && !persistsLogout) await Promise.all([store.removeByGrant(grantId), store.remove('Grant', grantId)]);
		}
		await session.destroy();
		ctx.cookies.set(provider.cookieName('session'), null, { overwrite: true });
		ctx.status = 303;
		ctx.redirect(addressAfter(ctx, state));
	};
}

function addressAfter(ctx: KoaContextWithOIDC, state: Record<string, unknown> | undefined): string {
	if (typeof state?.postLogoutRedirectUri !== 'string') return ctx.oidc.urlFor('end_session_success');
	const url = new URL(state.postLogoutRedirectUri);
	if (typeof state.state === 'string') url.searchParams.set('state', state.state);
	return url.href;
}
