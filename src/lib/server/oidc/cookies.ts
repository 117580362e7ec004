// Names, options and signing keys of the provider's cookies.
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

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

/** Signs cookies as `keygrip` does, whose check costs twenty times as much: every request has several signed cookies. */
export type CookieKeys = {
	sign(data: string): string;
	verify(data: string, signature: string): boolean;
	/** For the `cookies` package: which key signed it, or -1. There is one. */
	index(data: string, signature: string): number;
};

/** HMAC-SHA-256 under a key derived from the installation's secret: nothing else is signed with it. */
export function cookieKeys(secret: string): CookieKeys {
	const derived = Buffer.from(hkdfSync('sha256', secret, '', 'foyer provider cookies', 32)).toString('base64url');
	const key = createSecretKey(derived, 'utf8');
	const sign = (data: string) => createHmac('sha256', key).update(data).digest('base64url');
	const verify = (data: string, signature: string) => {
		const [expected, given] = [Buffer.from(sign(data)), Buffer.from(signature)];
		return expected.length === given.length && timingSafeEqual(expected, given);
	};
	return { sign, verify, index: (data, signature) => (verify(data, signature) ? 0 : -1) };
}

function isHttps(origin: string): boolean {
	return origin.startsWith('https://');
}
