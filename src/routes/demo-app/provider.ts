// The demonstration is an application like any other: it knows the provider's address and its own client id.
import { error, type RequestEvent } from '@sveltejs/kit';
import { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks, None } from 'openid-client';
import type { Configuration, CustomFetch } from 'openid-client';

const clientId = 'demo-app';

/** Its one privilege: requests to the provider stay inside the process. */
export async function discover({ url, fetch }: Pick<RequestEvent, 'url' | 'fetch'>): Promise<Configuration> {
	await demoOnly(fetch);
	return discovery(new URL('/oidc', url), clientId, undefined, None(), {
		[customFetch]: fetch as CustomFetch,
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
