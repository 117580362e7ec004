// The demonstration is an application like any other: it knows the provider's address and its own client id.
import { error, type RequestEvent } from '@sveltejs/kit';
import { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks, None } from 'openid-client';
import type { Configuration, CustomFetch, CustomFetchOptions } from 'openid-client';

const clientId = 'demo-app';

/** Its one privilege: requests to the provider stay inside the process. */
export async function discover({ url, fetch }: Pick<RequestEvent, 'url' | 'fetch'>): Promise<Configuration> {
	await demoOnly(fetch);
	return discovery(new URL('/oidc', url), clientId, undefined, None(), {
		[customFetch]: sized(fetch),
		execute:
			url.protocol === 'http:' ? [allowInsecureRequests, enableNonRepudiationChecks] : [enableNonRepudiationChecks]
	});
}

/** A production does not have this application. */
export async function demoOnly(fetch: typeof globalThis.fetch): Promise<void> {
	const response = await fetch('/api/.well-known/sign-in-exp');
	if (!response.ok) error(503);
	const { isDevelopmentTenant } = (await response.json()) as { isDevelopmentTenant: boolean };
	if (!isDevelopmentTenant) error(404);
}

/** In the process nobody measures a body, and a server may take one without a length for none. */
function sized(fetch: typeof globalThis.fetch): CustomFetch {
	return (address, options: CustomFetchOptions) => {
		const body = options.body instanceof URLSearchParams ? options.body.toString() : options.body;
		const length = typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
		return fetch(address, { ...options, body, headers: { ...options.headers, ...length } } as RequestInit);
	};
}
