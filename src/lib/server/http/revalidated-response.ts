// JSON that a client may keep and ask about again: 304 while nothing has changed.
import { jsonResponse } from './json-response.ts';

export async function revalidatedResponse(
	request: Request,
	value: unknown,
	headers: Record<string, string>
): Promise<Response> {
	const body = new TextEncoder().encode(JSON.stringify(value));
	const digest = await crypto.subtle.digest('SHA-256', body);
	// Weak: the same answer may travel compressed.
	const etag = `W/"${Buffer.from(digest).toString('base64url').slice(0, 22)}"`;
	// The language of phrases comes from the header or from a cookie.
	const all = { ...headers, etag, 'cache-control': 'no-cache', vary: 'accept-language, cookie' };
	if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
	return jsonResponse(value, 200, all);
}

/** RFC 9110 §13.1.2: a list, compared weakly. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
	const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
	return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
