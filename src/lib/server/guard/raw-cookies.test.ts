import { describe, expect, it } from 'vitest';
import { rawCookies } from './raw-cookies.ts';

describe('cookies as sent', () => {
	it('keep their encoding, and everything behind the first equals sign', () => {
		const cookie = rawCookies('_interaction=%7B%22shop%22%3A%22uid%22%7D; _interaction.sig=a-b_c=; other=1');
		expect(cookie('_interaction')).toBe('%7B%22shop%22%3A%22uid%22%7D');
		expect(cookie('_interaction.sig')).toBe('a-b_c=');
	});

	it('are the first of a name', () => {
		expect(rawCookies('a=1;a=2')('a')).toBe('1');
	});

	it('are none where there is no header, no name or no equals sign', () => {
		expect(rawCookies(null)('a')).toBeUndefined();
		expect(rawCookies('a; =b; c')('a')).toBeUndefined();
		expect(rawCookies('=b')('')).toBeUndefined();
	});
});
