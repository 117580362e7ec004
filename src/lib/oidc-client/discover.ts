// The console and the account page sign in as any application does. Their requests to the provider stay in the process.
import type { RequestEvent } from '@sveltejs/kit';
import { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks, None } from 'openid-client';
import type { Configuration, CustomFetch } from 'openid-client';

/** A public client, with PKCE: its server is the provider's own. */
export function discover(
	{ url, fetch }: Pick<RequestEvent, 'url' | 'fetch'>,
	clientId: string
): Promise<Configuration> {
	const loopback = url.protocol === 'http:' ? [allowInsecureRequests] : [];
	return discovery(new URL('/oidc', url), clientId, undefined, None(), {
		[customFetch]: sized(fetch),
		execute: [...loopback, enableNonRepudiationChecks]
	});
}

/** In the process nobody measures a body, and a server may take one without a length for none. */
function sized(fetch: typeof globalThis.fetch): CustomFetch {
	return (address, options) => {
		const body = options.body instanceof URLSearchParams ? options.body.toString() : options.body;
		const length = typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
		return fetch(address, { ...options, body, headers: { ...options.headers, ...length } } as RequestInit);
	};
}
