// Which interaction is this browser in? Signed cookies say it, so that parallel tabs finish each their own.
import type { KoaContextWithOIDC } from 'oidc-provider';
import { cookieKeys, cookieNames, cookieOptions, type CookieKeys, type CookieNames } from './cookies.ts';
import { interactionSeconds } from './ttls.ts';

/** More parallel tabs than this and the oldest has to start again: cookies are sent with every request. */
const mostInteractions = 5;
/** The contract's entry for callers that do not say which application they mean. */
const latest = '_legacy';

export type InteractionCookies = {
	names: CookieNames;
	keys: CookieKeys;
	options: ReturnType<typeof cookieOptions>;
};

/** The raw value of a request cookie: decoding it would break its signature. */
export type RawCookie = (name: string) => string | undefined;

export function interactionCookies(config: { origin: string; secret: string }): InteractionCookies {
	return {
		names: cookieNames(config.origin),
		keys: cookieKeys(config.secret),
		options: cookieOptions(config.origin)
	};
}

/** `uid8` from the page's address, `appId` from the header or the query; neither is believed without a cookie. */
export function readInteractionId(
	jar: InteractionCookies,
	cookie: RawCookie,
	choose: { appId?: string; uid8?: string }
): string | undefined {
	const map = readMap(jar, cookie);
	if (choose.uid8 !== undefined) {
		const { uid8 } = choose;
		if (!isHint(uid8)) return undefined;
		return readSigned(jar, cookie, jar.names.one + uid8) ?? Object.values(map).find((uid) => hintOf(uid) === uid8);
	}
	const name = choose.appId ?? latest;
	return Object.hasOwn(map, name) ? map[name] : undefined;
}

export function writeInteractionCookies(
	jar: InteractionCookies,
	ctx: KoaContextWithOIDC,
	interaction: { uid: string; clientId: string; organizationId?: string; uiLocales?: string }
): void {
	const { uid, clientId } = interaction;
	const { [clientId]: _replaced, [latest]: _latest, ...others } = mapOf(jar, ctx);
	const kept = Object.entries(others).slice(-(mostInteractions - 1));
	setMap(jar, ctx, { ...Object.fromEntries(kept), [clientId]: uid, [latest]: uid });
	set(jar, ctx, jar.names.one + hintOf(uid), uid);
	for (const name of oldestHints(jar, ctx)) set(jar, ctx, name, null);
	const request = { appId: clientId, organizationId: interaction.organizationId, uiLocales: interaction.uiLocales };
	set(jar, ctx, jar.names.request, encodeURIComponent(JSON.stringify(request)));
}

/** The interaction is over: its uid opens nothing any more. */
export function clearInteractionCookies(jar: InteractionCookies, ctx: KoaContextWithOIDC, uid: string): void {
	const left = Object.entries(mapOf(jar, ctx)).filter(([, value]) => value !== uid);
	setMap(jar, ctx, Object.fromEntries(left));
	set(jar, ctx, jar.names.one + hintOf(uid), null);
}

export function hintOf(uid: string): string {
	return uid.slice(0, 8);
}

function isHint(text: string): boolean {
	return /^[\w-]{8}$/.test(text);
}

function readSigned(jar: InteractionCookies, cookie: RawCookie, name: string): string | undefined {
	const value = cookie(name);
	const signature = cookie(`${name}.sig`);
	if (!value || !signature || !jar.keys.verify(`${name}=${value}`, signature)) return undefined;
	return value;
}

function readMap(jar: InteractionCookies, cookie: RawCookie): Record<string, string> {
	const value = readSigned(jar, cookie, jar.names.map);
	if (value === undefined) return {};
	// We signed it, so it is the JSON object that we wrote.
	return JSON.parse(decodeURIComponent(value)) as Record<string, string>;
}

/** One request can end an interaction and open the next: the second write builds on the first. */
function mapOf(jar: InteractionCookies, ctx: KoaContextWithOIDC): Record<string, string> {
	const written = ctx.state.interactionMap as Record<string, string> | undefined;
	return written ?? readMap(jar, (name) => ctx.cookies.get(name, { signed: false }));
}

function setMap(jar: InteractionCookies, ctx: KoaContextWithOIDC, map: Record<string, string>): void {
	ctx.state.interactionMap = map;
	const isEmpty = Object.keys(map).length === 0;
	set(jar, ctx, jar.names.map, isEmpty ? null : encodeURIComponent(JSON.stringify(map)));
}

function set(jar: InteractionCookies, ctx: KoaContextWithOIDC, name: string, value: string | null): void {
	ctx.cookies.set(name, value, { ...jar.options, overwrite: true, maxAge: interactionSeconds * 1000 });
}

/** Browsers send the oldest first (RFC 6265 §5.4). */
function oldestHints(jar: InteractionCookies, ctx: KoaContextWithOIDC): string[] {
	const names = (ctx.headers.cookie ?? '').split(';').map((pair) => pair.split('=', 1)[0]?.trim() ?? '');
	const hints = names.filter((name) => name.startsWith(jar.names.one) && isHint(name.slice(jar.names.one.length)));
	return hints.slice(0, Math.max(0, hints.length - (mostInteractions - 1)));
}
