// The `endpoint` setting: the only difference between Aliyun and a stand-in for it.
import { z } from 'zod';
import { isLoopbackHost, isPrivateHost } from '../addresses.ts';

export function endpointIsPrivate(url: string): boolean {
	return URL.canParse(url) && isPrivateHost(new URL(url).hostname);
}

/** For start-up in production: does this configuration send to a stand-in instead of the vendor? */
export function isSandboxEndpoint(config: unknown): boolean {
	const { endpoint, host } = (config ?? {}) as { endpoint?: unknown; host?: unknown };
	// A mail server in a private network is an ordinary thing; one on this machine is the sandbox.
	if (typeof host === 'string' && isLoopbackHost(host.trim())) return true;
	return typeof endpoint === 'string' && endpointIsPrivate(endpoint.trim());
}

/** A whole origin, https unless it stays on this machine or its private network: the request carries phone and code. */
export const endpointSetting = z
	.string()
	.trim()
	.refine(isBareOrigin, 'must be an origin such as https://dysmsapi.aliyuncs.com, without path, query or credentials')
	.refine(mayCarryCodes, 'must use https outside a private network')
	.optional();

function isBareOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

function mayCarryCodes(text: string): boolean {
	return !URL.canParse(text) || new URL(text).protocol === 'https:' || endpointIsPrivate(text);
}
