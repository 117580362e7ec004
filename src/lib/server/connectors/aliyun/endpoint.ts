// The `endpoint` setting: the only difference between Aliyun and a stand-in for it.
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

const privateNetworks = new BlockList();
for (const [network, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16]
] as const) {
	privateNetworks.addSubnet(network, prefix, 'ipv4');
}
privateNetworks.addSubnet('::', 127, 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addSubnet('fe80::', 10, 'ipv6');

/** Names that no public resolver answers: single labels (a container's name) and the reserved endings. */
const privateName = /^[^.]+$|\.(?:localhost|local|internal|lan|home\.arpa|test|invalid)$/;

export function endpointIsPrivate(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '');
	const version = isIP(host);
	return version === 0 ? privateName.test(host) : privateNetworks.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/** For start-up in production: does this configuration send to a stand-in instead of the vendor? */
export function isSandboxEndpoint(config: unknown): boolean {
	const endpoint = typeof config === 'object' && config !== null && 'endpoint' in config ? config.endpoint : undefined;
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
