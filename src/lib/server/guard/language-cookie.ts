// The chosen language: kept for a year, and marked with the interaction it was chosen in, where it beats `ui_locales`.

export const languageCookie = 'foyer_lang';
export const languageCookieSeconds = 365 * 24 * 3600;

/** Anything but an interaction's hint is left out: an address must not fill the cookie. */
export function writeLanguage(locale: string, uid: string | null): string {
	return uid && /^[\w-]{8}$/.test(uid) ? `${locale}~${uid}` : locale;
}

/** The same address without the choice. One leading slash: `//elsewhere` would name another host. */
export function withoutChoice(url: URL): string {
	const query = new URLSearchParams(url.search);
	query.delete('lang');
	const path = url.pathname.replace(/^\/+/, '/');
	return query.size > 0 ? `${path}?${query}` : path;
}

/** `chosen` when it was chosen in this very interaction, `cookie` when it is an older choice. */
export function readLanguage(value: string | undefined, uid: string | null): { chosen?: string; cookie?: string } {
	const [locale, chosenIn] = (value ?? '').split('~');
	if (!locale) return {};
	return uid && chosenIn === uid ? { chosen: locale } : { cookie: locale };
}
