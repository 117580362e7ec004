// Waiting times as people say them.

/** "in 42 seconds", "in 5 minutes": rounded up, never to zero. */
export function formatWait(locale: string, seconds: number): string {
	// Digits are Western in every language here, as those of codes and phone numbers are.
	const format = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { numeric: 'always', style: styleOf(locale) });
	const whole = Math.max(1, Math.ceil(seconds));
	if (whole < 90) return format.format(whole, 'second');
	if (whole < 90 * 60) return format.format(Math.ceil(whole / 60), 'minute');
	return format.format(Math.ceil(whole / 3600), 'hour');
}

/** What is a minute to people is kept two seconds longer, so that nobody comes too early: that need not be said. */
export function cooldownToShow(seconds: number): number {
	return seconds > 60 && seconds <= 62 ? 60 : seconds;
}

function styleOf(locale: string): 'long' | 'short' | 'narrow' {
	// Chinese has a colloquial long form (42秒钟后) that reads oddly in a sentence.
	if (locale.startsWith('zh')) return 'short';
	// Japanese sets no space between a number and its unit; only the narrow form leaves it out.
	return locale === 'ja' ? 'narrow' : 'long';
}
