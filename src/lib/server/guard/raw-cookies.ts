// Cookies as sent: the provider's signatures cover the encoded value.
import { once } from './once.ts';

export type RawCookies = (name: string) => string | undefined;

export function rawCookies(header: string | null): RawCookies {
	const values = once(() => parse(header ?? ''));
	return (name) => values().get(name);
}

/** Of two with one name the first counts: browsers send the more specific one first (RFC 6265 §5.4). */
function parse(header: string): Map<string, string> {
	const values = new Map<string, string>();
	for (const pair of header.split(';')) {
		const border = pair.indexOf('=');
		const name = pair.slice(0, Math.max(0, border)).trim();
		if (name && !values.has(name)) values.set(name, pair.slice(border + 1).trim());
	}
	return values;
}
