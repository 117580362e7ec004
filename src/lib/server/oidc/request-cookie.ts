// What the authorization request asked of the pages beside signing in: read back from the signed `_logto` cookie.
import type { InteractionCookies, RawCookie } from './interaction-cookies.ts';

/** `ui_locales` of the request that opened this application's interaction. */
export function readUiLocales(jar: InteractionCookies, cookie: RawCookie, appId?: string): string | undefined {
	const name = jar.names.request;
	const value = cookie(name);
	const signature = cookie(`${name}.sig`);
	if (!value || !signature || !jar.keys.verify(`${name}=${value}`, signature)) return undefined;
	// We signed it, so it is the JSON object that we wrote.
	const request = JSON.parse(decodeURIComponent(value)) as { appId?: string; uiLocales?: string };
	return appId === undefined || request.appId === appId ? request.uiLocales : undefined;
}
