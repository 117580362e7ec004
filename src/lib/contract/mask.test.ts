import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone } from './mask.ts';

describe('a number', () => {
	it.each([
		['8613800138000', '+86 138 •••• 8000'],
		['85251234567', '+852 51•• •567'],
		['12025550123', '+1 202 ••• 0123'],
		['999123456789', '+••••••••6789']
	])('%s is shown as %s', (digits, shown) => {
		expect(maskPhone(digits).replaceAll(/\s/g, ' ')).toBe(shown);
	});
});

describe('an address', () => {
	it.each([
		['lin@example.com', 'l•••@example.com'],
		['linlin@example.com', 'li•••@example.com'],
		['a@example.com', 'a•••@example.com'],
		['😀😀😀😀@example.com', '😀😀•••@example.com']
	])('%s is shown as %s', (address, shown) => {
		expect(maskEmail(address)).toBe(shown);
	});
});
