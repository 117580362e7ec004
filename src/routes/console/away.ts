// What the browser keeps while somebody is away to sign in: one cookie a state, so that two tabs both come back.
import type { Cookies } from '@sveltejs/kit';

type Jar = { cookies: Cookies; url: URL };
export type Away = { state: string; verifier: string; nonce: string; to: string };

/** As long as an interaction lasts. */
const seconds = 3600;
/** More windows than anybody signs in with at once; without a bound their headers would grow too long for a server. */
const mostAway = 5;

/** The oldest are forgotten first: whoever comes back by one starts again. */
export function rememberAway({ cookies, url }: Jar, away: Away): void {
	const others = cookies
		.getAll()
		.filter(({ name }) => name.startsWith(cookieOf(url, '')))
		.map(({ name, value }) => ({ name, at: readTime(value) }))
		.sort((one, other) => other.at - one.at);
	for (const { name } of others.slice(mostAway - 1)) cookies.delete(name, attributes(url));
	const kept = JSON.stringify({ ...away, at: Date.now() });
	cookies.set(cookieOf(url, away.state), kept, { ...attributes(url), maxAge: seconds });
}

/** Usable once: a reload of the callback finds nothing. */
export function takeAway({ cookies, url }: Jar, state: string): Away | undefined {
	const name = cookieOf(url, state);
	const text = cookies.get(name);
	if (!text) return undefined;
	cookies.delete(name, attributes(url));
	const away = parse(text);
	return away?.state === state ? away : undefined;
}

function readTime(text: string): number {
	return parse(text)?.at ?? 0;
}

/** A browser sends what it likes. */
function parse(text: string): (Away & { at?: number }) | undefined {
	try {
		return (JSON.parse(text) as (Away & { at?: number }) | null) ?? undefined;
	} catch {
		return undefined;
	}
}

function cookieOf({ protocol }: URL, state: string): string {
	const prefix = protocol === 'https:' ? '__Secure-' : '';
	return `${prefix}foyer_console_${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
}

function attributes(url: URL) {
	return { path: '/console', httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}
