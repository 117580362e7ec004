// Security headers of every response: pages, API, provider, errors. A stricter or page-specific value set before stays.

const always: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'origin-agent-cluster': '?1',
	'permissions-policy':
		'publickey-credentials-get=(self), publickey-credentials-create=(self), otp-credentials=(self), camera=(), microphone=(), geolocation=()'
};

const unlessSet: Record<string, string> = {
	// `no-referrer` would make Chromium post forms with `Origin: null`.
	'referrer-policy': 'same-origin',
	'cache-control': 'no-store',
	// Pages bring their own policy with a nonce; what has none is not a page.
	'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
};

export function setSecurityHeaders(headers: Headers, origin: string): void {
	for (const [name, value] of Object.entries(always)) headers.set(name, value);
	for (const [name, value] of Object.entries(unlessSet)) if (!headers.has(name)) headers.set(name, value);
	if (origin.startsWith('https://')) {
		headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
	}
}

/** A picture that applications of any origin show to people. */
export function letOthersDraw(headers: Headers): void {
	headers.set('cross-origin-resource-policy', 'cross-origin');
}

/** Hydration and floating menus set `style` attributes; in the console nobody but its own code writes any. */
export function letConsoleStyle(headers: Headers): void {
	const policy = headers.get('content-security-policy') ?? '';
	if (!policy.includes('style-src ')) return;
	const widened = policy.replace(/\bframe-src [^;]*/, "frame-src 'self'");
	headers.set('content-security-policy', `${widened}; style-src-attr 'unsafe-inline'`);
}

/**
 * The studio shows its previews in frames of its own; the forms in them lead nowhere. That of a draft alone posts: to
 * itself, what it is to draw next.
 */
export function letStudioFrame(headers: Headers, route: string): void {
	const policy = headers.get('content-security-policy') ?? '';
	const isIndex = route === '/studio';
	const changes: [string, string][] = isIndex
		? [['frame-src', "'self'"]]
		: [
				['frame-ancestors', "'self'"],
				['form-action', route === '/studio/preview/draft' ? "'self'" : "'none'"]
			];
	const changed = changes.reduce(
		(text, [directive, value]) => text.replace(new RegExp(`\\b${directive} [^;]*`), `${directive} ${value}`),
		policy
	);
	headers.set('content-security-policy', changed);
	if (!isIndex) headers.set('x-frame-options', 'SAMEORIGIN');
}
