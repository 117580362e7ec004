// Names, options and signing keys of the provider's cookies.
import Keygrip from 'keygrip';
import { hkdfSync } from 'node:crypto';

export type CookieNames = {
	session: string;
	/** Upstream's own interaction cookie. Ours replaces it; the bridge drops it from every response. */
	interaction: string;
	resume: string;
	/** The contract's map of interactions by application. */
	map: string;
	/** What the sign-in pages may know of the request. */
	request: string;
	/** Prefix of the cookie that proves one interaction: followed by the first 8 characters of its uid. */
	one: string;
};

/** Browsers keep `__Host-` for https and `Path=/`; a cookie with another path may only have `__Secure-`. */
export function cookieNames(origin: string): CookieNames {
	const isSecure = isHttps(origin);
	const host = isSecure ? '__Host-' : '';
	const secure = isSecure ? '__Secure-' : '';
	return {
		session: `${host}_session`,
		interaction: `${secure}_interaction_page`,
		resume: `${secure}_interaction_resume`,
		map: `${host}_interaction`,
		request: `${host}_logto`,
		one: `${host}_i_`
	};
}

export function cookieOptions(origin: string) {
	return { httpOnly: true, sameSite: 'lax', signed: true, secure: isHttps(origin) } as const;
}

/** HMAC-SHA-256 keys derived from the installation's secret: nothing else is signed with them. */
export function cookieKeys(secret: string): Keygrip {
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'foyer provider cookies', 32)).toString('base64url');
	return new Keygrip([key], 'sha256');
}

function isHttps(origin: string): boolean {
	return origin.startsWith('https://');
}
