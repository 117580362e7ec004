// What the browser keeps while somebody is away to sign in: one cookie a state, so that two tabs both come back.
import type { Cookies } from '@sveltejs/kit';

type Jar = { cookies: Cookies; url: URL };
export type Away = { state: string; verifier: string; nonce: string; to: string };

/** As long as an interaction lasts. */
const seconds = 3600;

export function rememberAway({ cookies, url }: Jar, away: Away): void {
	cookies.set(cookieOf(url, away.state), JSON.stringify(away), { ...attributes(url), maxAge: seconds });
}

/** Usable once: a reload of the callback finds nothing. */
export function takeAway({ cookies, url }: Jar, state: string): Away | undefined {
	const name = cookieOf(url, state);
	const text = cookies.get(name);
	if (!text) return undefined;
	cookies.delete(name, attributes(url));
	const away = JSON.parse(text) as Away;
	return away.state === state ? away : undefined;
}

function cookieOf({ protocol }: URL, state: string): string {
	const prefix = protocol === 'https:' ? '__Secure-' : '';
	return `${prefix}foyer_console_${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
}

function attributes(url: URL) {
	return { path: '/console', httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}
