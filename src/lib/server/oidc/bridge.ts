// Fetch ⇄ Node: SvelteKit hands over a Request, the provider is a Koa application.
import type { Provider } from 'oidc-provider';
import type { Log, Store } from '../usecases/ports.ts';
import { openExchange } from './node-exchange.ts';
import { findPage, type PageOwner, type ShownPage, type ProviderPage } from './pages.ts';
import { prepareRequest, type Prepared } from './request.ts';

export type BridgeContext = {
	provider: Provider;
	store: Pick<Store, 'applications'>;
	origin: string;
	/** Address of the caller, for logs. */
	ip: string;
	log: Log;
	/** Draws a page, as the experience wing does. */
	render(page: ProviderPage, owner?: PageOwner): Promise<Response>;
};

/** A body that stalls, or an answer that never comes, ends here. */
const longestMs = 30_000;

export async function bridge(request: Request, context: BridgeContext): Promise<Response> {
	const prepared = await prepareRequest(request, context);
	if (prepared instanceof Response) return prepared;
	const { req, res, answer } = toNode(request, prepared, context);
	const settled = await settle(handlerOf(context.provider)(req, res), answer, context.log);
	if (!settled) return unavailable();
	const shown = findPage(req);
	return shown ? drawn(settled, shown, context) : settled;
}

/** Host and scheme are the configured ones, whatever the request says. */
function toNode(request: Request, { path, body, type }: Prepared, { origin, ip }: BridgeContext) {
	const { host, protocol } = new URL(origin);
	const { method } = request;
	return openExchange({
		method,
		url: path,
		originalUrl: `/oidc${path}`,
		headers: {
			...Object.fromEntries(request.headers),
			host,
			...(body && { 'content-length': String(body.length) }),
			...(type && { 'content-type': type })
		},
		body,
		encrypted: protocol === 'https:',
		remoteAddress: ip
	});
}

const handlers = new WeakMap<Provider, ReturnType<Provider['callback']>>();

/** Koa puts its middlewares together anew at each `callback()`. */
function handlerOf(provider: Provider): ReturnType<Provider['callback']> {
	const handler = handlers.get(provider) ?? provider.callback();
	handlers.set(provider, handler);
	return handler;
}

/** There is no answer when the handler rejects, or destroys the response. */
async function settle(handled: Promise<void>, answer: Promise<Response>, log: Log): Promise<Response | undefined> {
	const { promise: failed, resolve: fail } = Promise.withResolvers<undefined>();
	const timer = setTimeout(() => fail(undefined), longestMs);
	handled.catch((error: unknown) => {
		log.error('oidc failed', { error });
		fail(undefined);
	});
	try {
		return await Promise.race([answer, failed]);
	} finally {
		clearTimeout(timer);
	}
}

function unavailable(): Response {
	const message = 'the provider did not answer';
	const body = { error: 'server_error', error_description: message, code: 'oidc.server_error', message };
	return Response.json(body, { status: 503, headers: { 'cache-control': 'no-store' } });
}

/** Status and headers are the provider's; body, type and policy are the page's. */
async function drawn(answer: Response, { page, owner }: ShownPage, { render }: BridgeContext): Promise<Response> {
	const rendered = await render(page, owner);
	const headers = new Headers(answer.headers);
	for (const [name, value] of rendered.headers) {
		if (name === 'set-cookie') headers.append(name, value);
		else if (name !== 'etag' && name !== 'content-length' && name !== 'cache-control') headers.set(name, value);
	}
	const policy = headers.get('content-security-policy');
	if (policy && page.screen === 'auto-post') {
		headers.set(
			'content-security-policy',
			policy.replace("form-action 'self'", `form-action 'self' ${sourceOf(page.action)}`)
		);
	}
	await answer.body?.cancel();
	return new Response(rendered.body, { status: rendered.ok ? answer.status : rendered.status, headers });
}

/** A custom scheme has no origin: the scheme is the source. */
function sourceOf(address: string): string {
	const { origin, protocol } = new URL(address);
	return origin === 'null' ? protocol : origin;
}
