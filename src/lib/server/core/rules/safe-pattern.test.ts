import { describe, expect, it } from 'vitest';
import { isSafePattern, longestMatched } from './safe-pattern.ts';

describe('a pattern that an operator writes', () => {
	it.each([
		'^\\d{6}$',
		'^[A-Z]{2}-?\\d{4,8}$',
		'^(?:\\d{3}-)+\\d{4}$',
		'^[\\w.]+@[\\w-]+\\.\\w+$',
		'^(red|green|blue)$',
		'^[+*?()|]+$',
		'\\d\\d\\d'
	])('may be %s', (pattern) => expect(isSafePattern(pattern)).toBe(true));

	it.each([
		'(a+)+$',
		'^(a|a)*$',
		'^(a|aa)+$',
		'^([a-z]+)*$',
		'^(?:a?){30}a{30}$',
		'^((ab?)c)*$',
		'^(.*)*$',
		'^a*a*a*a*$',
		'^(a)\\1$',
		'^(?=a)b',
		'^(?<name>a)$',
		'(',
		`^${'a?'.repeat(22)}a{22}$`,
		'^a*a*a*[ab]{60}$',
		'a*a*a*b'
	])('is not %s', (pattern) => expect(isSafePattern(pattern)).toBe(false));

	it.each(['^a*a*a*$', `^${'a?'.repeat(18)}a{18}$`, 'a*a*b', '^a{0,40}a{0,40}a{0,40}[ab]{40}$'])(
		'answers in time at its worst: %s',
		(pattern) => {
			expect(isSafePattern(pattern)).toBe(true);
			const start = performance.now();
			expect(new RegExp(pattern).test(`${'a'.repeat(longestMatched - 1)}!`)).toBe(false);
			expect(performance.now() - start).toBeLessThan(1000);
		}
	);
});
