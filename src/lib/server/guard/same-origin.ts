// Who may change state: our own pages, programs that are no browser, and callers of the OAuth protocol.

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Protocol endpoints carry their own proof (client authentication, PKCE) or only start something that then asks. */
const protocolPaths =
	/^\/{1,2}oidc\/(token(\/(revocation|introspection))?|me|request|device\/auth|auth|session\/end)\/?$/;

export function isAllowedOrigin(request: Request, url: URL, origin: string): boolean {
	if (safeMethods.has(request.method) || protocolPaths.test(url.pathname)) return true;
	const { headers } = request;
	// No browser adds a bearer token by itself, and a page of another site would have to ask first (CORS).
	if (url.pathname.startsWith('/api/') && /^bearer /i.test(headers.get('authorization') ?? '')) return true;

	const site = headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin';
	const sender = headers.get('origin');
	if (sender !== null) return sender === origin;
	return isNoBrowserBody(headers);
}

/** No browser sends JSON, or a body without a type, across sites without an Origin header. */
function isNoBrowserBody(headers: Headers): boolean {
	const type = headers.get('content-type');
	if (type === null) return (headers.get('content-length') ?? '0') === '0' && !headers.has('transfer-encoding');
	return /^application\/json\s*(;|$)/i.test(type);
}
