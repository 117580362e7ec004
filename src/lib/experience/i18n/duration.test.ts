import { describe, expect, it } from 'vitest';
import { cooldownToShow, formatWait } from './duration.ts';

describe('a waiting time', () => {
	it.each([
		['en', 'in 42 seconds'],
		['zh-CN', '42秒后'],
		['zh-TW', '42 秒後'],
		['ja', '42秒後']
	])('is set in %s as the language sets numbers', (locale, wait) => {
		expect(formatWait(locale, 42)).toBe(wait);
	});
});

describe('the wait for another code', () => {
	it.each([
		[62, 60],
		[61, 60],
		[60, 60],
		[5, 5],
		[63, 63],
		[3600, 3600]
	])('of %i seconds is said to be %i', (wait, shown) => {
		expect(cooldownToShow(wait)).toBe(shown);
	});
});
