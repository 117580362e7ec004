// Refusals of the provider: both vocabularies as JSON, our own page for a person.
import type Koa from 'koa';
import { errors, type Configuration, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import type { Log } from '../usecases/ports.ts';
import { showPage, type ProviderPage } from './pages.ts';

type Refusal = { error: string; error_description?: string };

export const renderError: NonNullable<Configuration['renderError']> = (ctx, out, error) => {
	if (wantsPage(ctx)) {
		showPage(ctx, { screen: 'failure', kind: ctx.status === 503 ? 'unavailable' : kindOf(error) });
		return;
	}
	ctx.body = { ...out, ...codeAndMessage(out as Refusal, error) };
};

/** Logto's SDKs read `code` and `message`, everybody else `error` and `error_description`. */
export async function answerBoth(ctx: Koa.Context, next: Koa.Next): Promise<void> {
	await next();
	if (ctx.status === 404 && !ctx.body) return answerNotFound(ctx);
	if (!isRefusal(ctx.body) || ctx.query.parse_error === 'false') return;
	ctx.body = { ...codeAndMessage(ctx.body), ...ctx.body };
}

export function answerUnavailable(ctx: Pick<Koa.Context, 'status' | 'set'>): void {
	ctx.status = 503;
	ctx.set('Retry-After', '3');
}

/** What the answer relies on could not be saved, so nothing of it may leave. */
export function answerUnsaved(provider: Provider, ctx: Koa.Context, error: unknown): void {
	const failure = error instanceof Error ? error : new Error(String(error));
	provider.emit('server_error', ctx as unknown as KoaContextWithOIDC, failure);
	ctx.remove('Location');
	ctx.remove('Set-Cookie');
	answerUnavailable(ctx);
	const out = { error: 'server_error', error_description: 'the database did not answer' };
	void renderError(ctx as unknown as KoaContextWithOIDC, out, failure);
}

/** The same, where another request was faster. */
export function answerRefused(provider: Provider, ctx: Koa.Context, error: errors.InvalidGrant): void {
	provider.emit('grant.error', ctx as unknown as KoaContextWithOIDC, error);
	ctx.status = error.statusCode;
	ctx.body = { error: error.error, error_description: error.error_description };
}

/** Without a listener Koa prints errors to the console. Paths have no secret in them, queries and bodies do. */
export function logRefusals(provider: Provider, log: Log): void {
	(provider as Koa).on('error', (error) => log.error('oidc failed', { error }));
	provider.on('server_error', (ctx, error) => log.error('oidc failed', { path: ctx.path, error }));
	const refused = (ctx: KoaContextWithOIDC, failure: errors.OIDCProviderError) => {
		const fields = {
			path: ctx.path,
			clientId: ctx.oidc.client?.clientId,
			error: failure.error,
			description: failure.error_description,
			detail: failure.error_detail
		};
		// The first thing that goes wrong in an integration, and nothing secret: compare it with `app show`.
		if (failure instanceof errors.InvalidRedirectUri) log.warn('oidc refused', { ...fields, ...redirectUriOf(ctx) });
		else log.info('oidc refused', { ...fields, scope: 'scope' in failure ? failure.scope : undefined });
	};
	provider.on('authorization.error', refused);
	provider.on('grant.error', refused);
	provider.on('userinfo.error', refused);
	provider.on('end_session.error', refused);
}

/** Anybody may send one, of any length. */
function redirectUriOf({ oidc }: KoaContextWithOIDC): { redirectUri?: string } {
	const uri = oidc.params?.redirect_uri;
	return typeof uri === 'string' ? { redirectUri: uri.slice(0, 300) } : {};
}

function answerNotFound(ctx: Koa.Context): void {
	const refusal = { error: 'invalid_request', error_description: 'unrecognized route or method' };
	if (wantsPage(ctx)) showPage(ctx, { screen: 'failure', kind: 'not-found' });
	else ctx.body = { ...refusal, code: 'entity.not_found', message: refusal.error_description };
	ctx.status = 404;
}

function codeAndMessage({ error, error_description: description }: Refusal, cause?: Error) {
	const isGone = cause instanceof errors.SessionNotFound;
	return { code: isGone ? 'session.not_found' : `oidc.${error}`, message: description ?? error };
}

function kindOf(error: Error): Extract<ProviderPage, { screen: 'failure' }>['kind'] {
	if (error instanceof errors.SessionNotFound) return 'unknown-session';
	return error instanceof errors.OIDCProviderError && error.expose ? 'invalid-request' : 'error';
}

function wantsPage(ctx: Pick<Koa.Context, 'accepts'>): boolean {
	return ctx.accepts('json', 'html') === 'html';
}

function isRefusal(body: unknown): body is Refusal {
	return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
}
