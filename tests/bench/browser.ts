// A browser's requests as far as a sign-in needs them, and what the application asks for afterwards.
import type { AuthorizationRequest } from '../../src/testing/authorization-request.ts';
import { createCookieJar } from '../support/cookie-jar.ts';

export type Application = { id: string; secret: string; redirectUri: string };
export type Seen = { response: Response; location: URL | undefined };
/** Hears of every request before and after it: what the statements are counted between. */
export type Watch = (method: string, path: string, send: () => Promise<Response>) => Promise<Response>;

export type Visitor = {
	send(method: string, address: string, body?: BodyInit, headers?: Record<string, string>): Promise<Seen>;
};

/** Cookies are kept, redirects are not followed. */
export function openVisitor(origin: string, watch: Watch = (_method, _path, send) => send()): Visitor {
	const jar = createCookieJar();
	return {
		async send(method, address, body, headers = {}) {
			const url = new URL(address, origin);
			const cookie = jar.header(url.pathname);
			const sent = { 'accept-encoding': 'br', ...headers, ...(cookie && { cookie }) };
			const response = await watch(method, url.pathname, () =>
				fetch(url, { method, headers: sent, body, redirect: 'manual' })
			);
			jar.keep(response);
			const location = response.headers.get('location');
			return { response, location: location === null ? undefined : new URL(location, url) };
		}
	};
}

/** The last two requests of every flow: code for tokens, and who it is. */
export async function redeem(
	visitor: Visitor,
	base: string,
	application: Application,
	{ verifier }: AuthorizationRequest,
	callback: URL
): Promise<void> {
	const basic = Buffer.from(`${application.id}:${application.secret}`).toString('base64');
	const form = new URLSearchParams({
		grant_type: 'authorization_code',
		code: callback.searchParams.get('code') ?? '',
		redirect_uri: application.redirectUri,
		code_verifier: verifier
	});
	const token = await visitor.send('POST', `${base}/token`, form, { authorization: `Basic ${basic}` });
	const tokens = (await (await must(token, 200)).json()) as {
		access_token: string;
		id_token?: string;
		refresh_token?: string;
	};
	if (!tokens.id_token || !tokens.refresh_token) throw new Error('the tokens are incomplete');
	const authorization = `Bearer ${tokens.access_token}`;
	const user = await visitor.send('GET', `${base}/me`, undefined, { authorization });
	const { phone_number: phone } = (await (await must(user, 200)).json()) as { phone_number?: string };
	if (!phone) throw new Error('userinfo does not tell the number');
}

export async function must({ response }: Seen, ...statuses: number[]): Promise<Response> {
	if (statuses.includes(response.status)) return response;
	throw new Error(`${response.url} answers ${response.status}: ${(await response.text()).slice(0, 1000)}`);
}

/** Reads a redirect to its end, so that its connection is free again. */
export async function mustLead(seen: Seen): Promise<URL> {
	await (await must(seen, 302, 303)).arrayBuffer();
	if (!seen.location) throw new Error(`${seen.response.url} leads nowhere`);
	return seen.location;
}
