// Which addresses an application may register to be redirected to (RFC 9700 §4.1, RFC 8252 §7).
import type { ApplicationType } from '../ports.ts';

export type RedirectUriFlaw =
	'not-a-url' | 'fragment' | 'wildcard' | 'credentials' | 'scheme' | 'insecure' | 'native-loopback';

/** Undefined when `uri` is fine. It is compared byte by byte later, so nothing is normalised here. */
export function findRedirectUriFlaw(uri: string, type: ApplicationType, demo: boolean): RedirectUriFlaw | undefined {
	if (/\s/.test(uri) || !URL.canParse(uri)) return 'not-a-url';
	const url = new URL(uri);
	if (uri.includes('#')) return 'fragment';
	if (uri.includes('*')) return 'wildcard';
	if (url.username || url.password) return 'credentials';
	// What the provider itself does not accept of a native application would make all of it unusable.
	if (type === 'Native' && isForeignLoopback(url)) return 'native-loopback';
	if (url.protocol === 'https:') return undefined;
	if (url.protocol === 'http:') return isLoopback(url.hostname) || (demo && type !== 'Native') ? undefined : 'insecure';
	// A private scheme is a reversed domain name, which nobody else's application claims by accident.
	return type === 'Native' && url.protocol.includes('.') ? undefined : 'scheme';
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function isForeignLoopback({ protocol, hostname }: URL): boolean {
	if (!/^https?:$/.test(protocol) || !isLoopback(hostname)) return false;
	return protocol === 'https:' || !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
