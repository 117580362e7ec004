// The OpenID provider, every method and path of it.
import type { RequestHandler } from '@sveltejs/kit';
import { drawPage } from '../../../lib/server/guard/draw-page.ts';
import { bridge } from '../../../lib/server/oidc/bridge.ts';
import { problemResponse } from '../../../lib/server/http/problem-response.ts';
import { isUnavailable } from '../../../lib/server/http/unavailable.ts';
import { services } from '../../../lib/server/services.ts';

export const fallback: RequestHandler = async ({ request, url, locals, fetch }) => {
	const app = await services();
	const provider = await app.provider().catch((error: unknown) => {
		if (isUnavailable(error)) return undefined;
		throw error;
	});
	if (!provider) return problemResponse({ code: 'server.unavailable', data: { retryAfter: 3 } }, locals.locale);
	return bridge(request, {
		provider,
		store: app.store,
		origin: app.origin,
		ip: locals.caller.ip,
		log: app.log,
		render: (page, owner) => drawPage(fetch, { page, address: url.pathname + url.search, owner })
	});
};
