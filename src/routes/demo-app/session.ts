// The demonstration's memory: one cookie while somebody is away to sign in, one while they are signed in.
import type { Cookies } from '@sveltejs/kit';

type Jar = { cookies: Cookies; url: URL };
export type Session = { idToken: string; accessToken: string; hasRefreshToken: boolean };

const path = '/demo-app';
const sessionCookie = 'foyer_demo';
/** As long as an interaction lasts. */
const awaySeconds = 3600;

/** One cookie a state: two tabs that sign in at once both come back. */
function awayCookie(state: string): string {
	return `foyer_demo_${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
}

export function rememberVerifier({ cookies, url }: Jar, state: string, verifier: string): void {
	cookies.set(awayCookie(state), JSON.stringify({ state, verifier }), { ...attributes(url), maxAge: awaySeconds });
}

/** Usable once: a reload of the callback finds nothing. */
export function takeVerifier({ cookies, url }: Jar, state: string): string | undefined {
	const name = awayCookie(state);
	const kept = parse<{ state: string; verifier: string }>(cookies.get(name));
	if (kept?.state !== state) return undefined;
	cookies.delete(name, attributes(url));
	return kept.verifier;
}

export function readSession(cookies: Cookies): Session | undefined {
	return parse<Session>(cookies.get(sessionCookie));
}

export function openSession({ cookies, url }: Jar, session: Session): void {
	cookies.set(sessionCookie, JSON.stringify(session), attributes(url));
}

export function closeSession({ cookies, url }: Jar): void {
	cookies.delete(sessionCookie, attributes(url));
}

function attributes(url: URL) {
	return { path, httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}

function parse<Value>(text: string | undefined): Value | undefined {
	try {
		return text ? (JSON.parse(text) as Value) : undefined;
	} catch {
		return undefined;
	}
}
