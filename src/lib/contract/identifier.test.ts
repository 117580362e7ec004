import { describe, expect, it } from 'vitest';
import {
	canonicalIdentifier,
	countryOfPhone,
	formatPhone,
	parseEmail,
	parsePhoneDigits,
	parsePhoneInput
} from './identifier.ts';

const digitsOf = (result: ReturnType<typeof parsePhoneInput>) =>
	result.ok ? result.value.digits : result.problem.code;

describe('a phone number as people type it', () => {
	it.each([
		['138 0013 8000', 'CN', '8613800138000'],
		['138-0013-8000', 'CN', '8613800138000'],
		['+86 138 0013 8000', 'US', '8613800138000'],
		['0086 13800138000', 'US', '8613800138000'],
		['１３８００１３８０００', 'CN', '8613800138000'],
		['\u202d+86 138 0013 8000\u202c', 'US', '8613800138000'],
		['0412 345 678', 'AU', '61412345678'],
		['06 12345678', 'IT', '390612345678'],
		['(202) 555-0123', 'US', '12025550123'],
		['11 15 2345 6789', 'AR', '5491123456789'],
		['55 1234 5678', 'MX', '525512345678'],
		['98765 43210', 'IN', '919876543210']
	])('reads %j in %s as %s', (input, country, digits) => {
		expect(digitsOf(parsePhoneInput(input, country))).toBe(digits);
	});

	it.each([
		['12'],
		['+86'],
		['letters'],
		[''],
		['13800138000;ext=5'],
		['13800138000 x5'],
		['abc +8613800138000 def'],
		['138\u200b00138000'],
		['+86 138 0013 8000 +86 138 0013 8000'],
		['1'.repeat(100_000)]
	])('refuses %j', (input) => {
		expect(digitsOf(parsePhoneInput(input.slice(0, 100_000), 'CN'))).toBe('user.invalid_phone');
	});
});

describe('a phone number on the wire', () => {
	it('drops the national zero after the country code and keeps the one that belongs', () => {
		expect(digitsOf(parsePhoneDigits('610412345678'))).toBe('61412345678');
		expect(digitsOf(parsePhoneDigits('390612345678'))).toBe('390612345678');
	});

	it('is digits only, whatever the library could read', () => {
		for (const value of [
			'+8613800138000',
			'86 13800138000',
			'８６１３８００１３８０００',
			'٨٦١٣٨٠٠١٣٨٠٠٠',
			'861380013800x'
		])
			expect(digitsOf(parsePhoneDigits(value))).toBe('user.invalid_phone');
	});

	it('is its own canonical form', () => {
		for (const digits of ['8613800138000', '61412345678', '390612345678', '12025550123'])
			expect(canonicalIdentifier({ type: 'phone', value: digits })).toEqual({
				ok: true,
				value: { type: 'phone', value: digits }
			});
	});

	it('knows its country and how it is shown', () => {
		expect(countryOfPhone('14155550123')).toBe('US');
		expect(countryOfPhone('8613800138000')).toBe('CN');
		expect(formatPhone('8613800138000')).toBe('+86 138 0013 8000');
	});
});

describe('an email address', () => {
	it.each([
		['Ada@Example.COM', 'ada@example.com'],
		[' ada@example.com ', 'ada@example.com'],
		['ada+lists@example.com', 'ada+lists@example.com'],
		['ada@bücher.example', 'ada@xn--bcher-kva.example'],
		['e\u0301va@example.com', '\u00e9va@example.com'],
		['J\u030c@example.com', '\u01f0@example.com']
	])('%j is kept as %s', (input, address) => {
		expect(parseEmail(input)).toEqual({ ok: true, value: address });
	});

	it.each([
		['ada'],
		['@example.com'],
		['ada@'],
		['ada@localhost'],
		['ada@@example.com'],
		['ada＠example.com'],
		['ada@example.com\r\nBcc: eve@example.com'],
		['ada@example.com,eve@example.com'],
		['"ada"@example.com'],
		['ada\u202e@example.com'],
		['ada\u200b@example.com'],
		['.ada@example.com'],
		['ada..b@example.com'],
		['ada@exam ple.com'],
		['ada@example.com/evil'],
		['ada@127.0.0.1'],
		[`${'a'.repeat(100_000)}@example.com`]
	])('%j is refused', (input) => {
		expect(parseEmail(input).ok).toBe(false);
	});
});
