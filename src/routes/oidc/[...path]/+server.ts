// The OpenID provider, every method and path of it.
import type { RequestHandler } from '@sveltejs/kit';
import { bridge } from '../../../lib/server/oidc/bridge.ts';
import { services } from '../../../lib/server/services.ts';

export const fallback: RequestHandler = async ({ request, url, locals, fetch }) => {
	const app = await services();
	return bridge(request, {
		provider: await app.provider(),
		store: app.store,
		origin: app.origin,
		ip: locals.caller.ip,
		log: app.log,
		render: (page) => {
			const described = Buffer.from(JSON.stringify({ page, address: url.pathname + url.search }));
			return fetch('/provider-page', { headers: { 'x-foyer-page': described.toString('base64url') } });
		}
	});
};
