// Days and past times as people write them. Digits are Western in every language here, as those of codes are.

/** `at` in epoch milliseconds: "3 January 2026". */
export function formatDay(locale: string, at: number): string {
	return new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

const units = [
	['year', 365 * 24 * 3600],
	['month', 30 * 24 * 3600],
	['day', 24 * 3600],
	['hour', 3600],
	['minute', 60]
] as const;

/** "2 hours ago", "now". Both in epoch milliseconds; what is ahead is now. */
export function formatPast(locale: string, at: number, now: number): string {
	const format = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { numeric: 'auto' });
	const seconds = Math.max(0, (now - at) / 1000);
	const [unit, size] = units.find(([, size]) => seconds >= size) ?? ['second', Infinity];
	return format.format(size === Infinity ? 0 : -Math.floor(seconds / size), unit);
}
