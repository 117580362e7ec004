// The chosen language: kept for a year, and marked with the interaction it was chosen in, where it beats `ui_locales`.

export const languageCookie = 'foyer_lang';
export const languageCookieSeconds = 365 * 24 * 3600;

export function writeLanguage(locale: string, uid: string | null): string {
	return uid ? `${locale}~${uid}` : locale;
}

/** `chosen` when it was chosen in this very interaction, `cookie` when it is an older choice. */
export function readLanguage(value: string | undefined, uid: string | null): { chosen?: string; cookie?: string } {
	const [locale, chosenIn] = (value ?? '').split('~');
	if (!locale) return {};
	return uid && chosenIn === uid ? { chosen: locale } : { cookie: locale };
}
