// Aliyun's V3 request signature (ACS3-HMAC-SHA256, RPC style). Pure functions, held to published vectors.
import { createHash, createHmac } from 'node:crypto';

export type AccessKeys = { accessKeyId: string; accessKeySecret: string; securityToken?: string };

/** What the signature covers. Every `x-acs-*` header must be among `headers`, and `host` with a port that is not the default. */
export type Signable = { method: string; query: string; headers: Record<string, string>; body: string };

const algorithm = 'ACS3-HMAC-SHA256';

/** RFC 3986: encodeURIComponent leaves five reserved characters bare that Aliyun encodes. */
export function percentEncode(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
}

/** Sorted by name: the form that is signed is also the form that is sent, in the query as in a form body. */
export function canonicalQuery(parameters: Record<string, string>): string {
	return Object.entries(parameters)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}

export function canonicalRequest({ method, query, headers, body }: Signable): string {
	const lines = sortedHeaders(headers).map(([name, value]) => `${name}:${value}\n`);
	return [method, '/', query, lines.join(''), signedHeaderNames(headers), sha256(body)].join('\n');
}

/** The value of the Authorization header. */
export function authorize(request: Signable, keys: AccessKeys): string {
	const stringToSign = `${algorithm}\n${sha256(canonicalRequest(request))}`;
	const signature = createHmac('sha256', keys.accessKeySecret).update(stringToSign).digest('hex');
	const names = signedHeaderNames(request.headers);
	return `${algorithm} Credential=${keys.accessKeyId},SignedHeaders=${names},Signature=${signature}`;
}

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function signedHeaderNames(headers: Signable['headers']): string {
	return sortedHeaders(headers)
		.map(([name]) => name)
		.join(';');
}

function sortedHeaders(headers: Signable['headers']): [string, string][] {
	return Object.entries(headers)
		.map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
		.sort(([one], [other]) => (one < other ? -1 : 1));
}
