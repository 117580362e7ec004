import { describe, expect, it } from 'vitest';
import { splitDialling } from './dialling-code.ts';

const offered = [
	{ country: 'CN', dial: '+86' },
	{ country: 'CA', dial: '+1' },
	{ country: 'US', dial: '+1' },
	{ country: 'HK', dial: '+852' },
	{ country: 'GG', dial: '+44' },
	{ country: 'GB', dial: '+44' }
];

describe('a number that brings its dialling code', () => {
	it.each([
		['+86 138 0013 8000', 'GB', { country: 'CN', national: '138 0013 8000' }],
		['0086 13800138000', 'US', { country: 'CN', national: '13800138000' }],
		['＋８６１３８００１３８０００', 'US', { country: 'CN', national: '13800138000' }],
		['\u202a+852 9123 4567\u202c', 'CN', { country: 'HK', national: '9123 4567' }],
		['+1 (415) 555-0123', 'CN', { country: 'US', national: '(415) 555-0123' }],
		['+44 7911 123456', 'CN', { country: 'GB', national: '7911 123456' }]
	])('%j sets the country', (text, current, found) => {
		expect(splitDialling(text, offered, current)).toEqual(found);
	});

	it('keeps the chosen country among those that share a code', () => {
		expect(splitDialling('+1 416 555 0123', offered, 'CA')?.country).toBe('CA');
	});

	it.each(['138 0013 8000', '+', '+86', '+86 1', '+999 1234567', ''])('leaves %j alone', (text) => {
		expect(splitDialling(text, offered, 'CN')).toBeUndefined();
	});
});
