// An SDK joins its endpoint and "/oidc/…" as plain strings: a trailing slash in its settings makes two.
import type { Reroute } from '@sveltejs/kit';

export const reroute: Reroute = ({ url }) =>
	url.pathname.startsWith('//') ? url.pathname.replace(/^\/+/, '/') : undefined;
