// The last word on what the library answers: no page of its own, no cookie we do not use.
import type Koa from 'koa';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { findPage, showPage } from './pages.ts';

type SignOut = (ctx: KoaContextWithOIDC) => Promise<void>;
type Settled = Koa.Context & { oidc?: KoaContextWithOIDC['oidc'] };

export function polishResponse(config: { signOut: SignOut; unusedCookie: string }): Koa.Middleware {
	return async (ctx: Settled, next) => {
		await next();
		dropCookie(ctx, config.unusedCookie);
		const { oidc } = ctx;
		if (!oidc) return;
		if (isScriptedForm(ctx)) await config.signOut(ctx as unknown as KoaContextWithOIDC);
		if (isSignOut(oidc)) nameApplication(ctx, oidc);
		if (oidc.route === 'end_session_confirm') leaveByPage(ctx, oidc.issuer);
		if (oidc.route === 'jwks') ctx.set('Cache-Control', 'no-cache, max-age=0, must-revalidate');
		if (oidc.route === 'token') ensureScope(ctx.body);
	};
}

/**
 * Two routes answer with a form that a script would post to `session/end/confirm`: resuming as another account, and
 * signing out when nobody is signed in. Nothing is asked in either, so it is done here.
 */
function isScriptedForm(ctx: Settled): boolean {
	const isRoute = ctx.oidc?.route === 'resume' || ctx.oidc?.route === 'end_session';
	return isRoute && ctx.status === 200 && !findPage(ctx.req) && !!ctx.oidc?.session?.state;
}

function isSignOut({ route }: KoaContextWithOIDC['oidc']): boolean {
	return route === 'end_session' || route === 'end_session_confirm';
}

/** Who asked for its end goes with the session: the last page is in the look of the first. */
function nameApplication(ctx: Settled, oidc: KoaContextWithOIDC['oidc']): void {
	const end = oidc.urlFor('end_session_success');
	if (!oidc.client || ctx.response.get('Location') !== end) return;
	ctx.set('Location', `${end}?${new URLSearchParams({ client_id: oidc.client.clientId })}`);
}

/** Chromium applies `form-action` to every redirect after a post: the way out of our origin is a page. */
function leaveByPage(ctx: Settled, issuer: string): void {
	const location = ctx.response.get('Location');
	if (!location || new URL(location, issuer).origin === new URL(issuer).origin) return;
	ctx.remove('Location');
	ctx.status = 200;
	showPage(ctx as unknown as KoaContextWithOIDC, {
		screen: 'go',
		url: location,
		applicationName: ctx.oidc?.client?.clientName
	});
}

/** Logto's JavaScript SDK takes a token response without a scope for a broken one. */
function ensureScope(body: unknown): void {
	if (typeof body !== 'object' || body === null || !('access_token' in body)) return;
	Object.assign(body, { scope: 'scope' in body && typeof body.scope === 'string' ? body.scope : '' });
}

function dropCookie(ctx: Settled, name: string): void {
	const cookies = ctx.response.get('Set-Cookie') as unknown as string[] | string | undefined;
	if (!cookies) return;
	const kept = [cookies]
		.flat()
		.filter((cookie) => !cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}.sig=`));
	if (kept.length > 0) ctx.set('Set-Cookie', kept);
	else ctx.remove('Set-Cookie');
}
