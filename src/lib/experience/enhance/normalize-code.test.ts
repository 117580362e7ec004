import { describe, expect, it } from 'vitest';
import { isComplete, normalizeCode } from './normalize-code.ts';

describe('a code as people paste it', () => {
	it.each([
		['482093', '482093'],
		['482 093', '482093'],
		['482-093', '482093'],
		[' 4 8 2 0 9 3 ', '482093'],
		['４８２０９３', '482093'],
		['【书店】您的验证码为：482093，5分钟内有效，请勿告诉他人。', '482093'],
		['482093 is your code. It works for 5 minutes.', '482093'],
		['12', '12'],
		['4820937', '482093'],
		['', ''],
		['no digits', '']
	])('%j becomes %j', (pasted, code) => {
		expect(normalizeCode(pasted)).toBe(code);
	});

	it('is complete at six digits', () => {
		expect(isComplete('48209')).toBe(false);
		expect(isComplete('482093')).toBe(true);
	});
});
