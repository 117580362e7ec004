// What the browser keeps while somebody is away to sign in: one cookie a state, so that two tabs both come back.
import type { Cookies } from '@sveltejs/kit';

type Jar = { cookies: Cookies; url: URL };
/** The cookie is plain: whoever follows `to` sees to it that it leads nowhere else. */
export type Away = { state: string; verifier: string; nonce: string; to: string };

/** As long as an interaction lasts. */
const seconds = 3600;
/** More windows than anybody signs in with at once; without a bound their headers would grow too long for a server. */
const mostAway = 5;

/** `wing`: the first part of the path of whoever sends somebody away. */
export function awayCookies(wing: 'console' | 'account') {
	const cookieOf = ({ protocol }: URL, state: string) => {
		const prefix = protocol === 'https:' ? '__Secure-' : '';
		return `${prefix}foyer_${wing}_${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
	};
	const attributes = ({ protocol }: URL) => ({
		path: `/${wing}`,
		httpOnly: true,
		sameSite: 'lax' as const,
		secure: protocol === 'https:'
	});

	return {
		/** The oldest are forgotten first: whoever comes back by one starts again. */
		remember({ cookies, url }: Jar, away: Away): void {
			const others = cookies
				.getAll()
				.filter(({ name }) => name.startsWith(cookieOf(url, '')))
				.map(({ name, value }) => ({ name, at: parse(value)?.at ?? 0 }))
				.sort((one, other) => other.at - one.at);
			for (const { name } of others.slice(mostAway - 1)) cookies.delete(name, attributes(url));
			const kept = JSON.stringify({ ...away, at: Date.now() });
			cookies.set(cookieOf(url, away.state), kept, { ...attributes(url), maxAge: seconds });
		},
		/** Usable once: a reload of the callback finds nothing. */
		take({ cookies, url }: Jar, state: string): Away | undefined {
			const name = cookieOf(url, state);
			const text = cookies.get(name);
			if (!text) return undefined;
			cookies.delete(name, attributes(url));
			const away = parse(text);
			return away?.state === state ? away : undefined;
		}
	};
}

/** A browser sends what it likes. */
function parse(text: string): (Away & { at?: number }) | undefined {
	try {
		return (JSON.parse(text) as (Away & { at?: number }) | null) ?? undefined;
	} catch {
		return undefined;
	}
}
