// Moments as administrators read them.

/** `at` is in epoch milliseconds. */
export function dateTime(at: number, locale: string): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
