// Moments as administrators read them.

/** `at` is in epoch milliseconds. */
export function dateTime(at: number, locale: string): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** `90` is “90 seconds”, `7200` “2 hours”: the largest unit that fits. */
export function lasting(seconds: number, locale: string): string {
	const units = [
		['day', 86_400],
		['hour', 3600],
		['minute', 60],
		['second', 1]
	] as const;
	const [unit, size] = units.find(([, size]) => seconds % size === 0) ?? ['second', 1];
	return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
}
