// Configuration of the HTTP connectors: one address that takes messages, and the secret that signs them.
import { z } from 'zod';
import { isIP } from 'node:net';
import { bareHost, isLoopbackHost, isSpecialAddress } from '../addresses.ts';

const endpoint = z
	.string()
	.trim()
	.refine(
		isPlainAddress,
		'must be an address such as https://messages.example.com/codes, without credentials or fragment'
	)
	.refine(mayCarryCodes, 'must use https outside this machine')
	.refine(isReachable, 'must not be an address of a private or reserved network');

export const httpConfig = z.strictObject({
	endpoint,
	/** Shared with the receiver: see `signature` in docs/connectors/http.md. */
	secret: z.string().trim().min(32, 'must have 32 characters or more, for example from `openssl rand -hex 32`'),
	/** Sent as it is in the Authorization header, as Logto's HTTP connectors do. */
	authorization: z
		.string()
		.trim()
		.regex(/^[\x20-\x7e]{1,2048}$/, 'must be one line of plain characters')
		.optional()
});
export type HttpConfig = z.infer<typeof httpConfig>;

function isPlainAddress(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.hash;
}

function mayCarryCodes(text: string): boolean {
	const url = URL.parse(text);
	return !url || url.protocol === 'https:' || isLoopbackHost(url.hostname);
}

/** A name is looked at again when it has been resolved (post.ts). Loopback is for demos: production refuses it. */
function isReachable(text: string): boolean {
	const host = bareHost(URL.parse(text)?.hostname ?? '');
	return isIP(host) === 0 || isLoopbackHost(host) || !isSpecialAddress(host);
}
