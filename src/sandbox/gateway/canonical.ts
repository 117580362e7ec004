// The strings that Aliyun's two signature schemes sign, and the signatures over them.
import { createHash, createHmac } from 'node:crypto';

export type Pair = readonly [name: string, value: string];

/** RFC 3986: `encodeURIComponent` leaves `!'()*` alone, Aliyun does not. */
export function percentEncode(value: string): string {
	return encodeURIComponent(value).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
}

export function canonicalQuery(pairs: readonly Pair[]): string {
	return [...pairs]
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}

export function sha256Hex(data: string | Buffer): string {
	return createHash('sha256').update(data).digest('hex');
}

export type V3Parts = {
	method: string;
	path: string;
	query: readonly Pair[];
	headers: Record<string, string>;
	/** Lower-case names in the order of the Authorization header. */
	signedHeaders: readonly string[];
	bodyHash: string;
};

/** ACS3: every signed header on a line of its own, so the block ends in an empty line. */
export function v3CanonicalRequest(parts: V3Parts): string {
	const lines = parts.signedHeaders.map((name) => `${name}:${(parts.headers[name] ?? '').trim()}\n`);
	return [
		parts.method,
		parts.path,
		canonicalQuery(parts.query),
		lines.join(''),
		parts.signedHeaders.join(';'),
		parts.bodyHash
	].join('\n');
}

export function signV3(secret: string, canonicalRequest: string): string {
	const stringToSign = `ACS3-HMAC-SHA256\n${sha256Hex(canonicalRequest)}`;
	return createHmac('sha256', secret).update(stringToSign).digest('hex');
}

/** RPC: query and form are one bag; everything but the signature itself is signed. */
export function rpcStringToSign(method: string, parameters: readonly Pair[]): string {
	const signed = parameters.filter(([name]) => name !== 'Signature');
	return `${method}&${percentEncode('/')}&${percentEncode(canonicalQuery(signed))}`;
}

export function signRpc(secret: string, stringToSign: string): string {
	return createHmac('sha1', `${secret}&`).update(stringToSign).digest('base64');
}
