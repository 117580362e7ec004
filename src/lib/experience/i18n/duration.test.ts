import { describe, expect, it } from 'vitest';
import { formatWait } from './duration.ts';

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
