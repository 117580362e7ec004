import { describe, expect, it } from 'vitest';
import { insideAccount, newsIn, parentOf, withNews } from './address.ts';

describe('an address to go back to', () => {
	it('is a page of the account, whatever was asked for', () => {
		expect(insideAccount('/account/phone/new')).toBe('/account/phone/new');
		const elsewhere = [null, '', '/console', '//evil.example', '/account//evil.example', '/account/../x', '/account?a'];
		for (const to of elsewhere) expect(insideAccount(to), String(to)).toBe('/account');
	});

	it('is one step up', () => {
		expect(parentOf('/account')).toBeUndefined();
		expect(parentOf('/account/factors/app')).toBe('/account/factors');
	});
});

it('says what was done, and nothing that somebody makes up', () => {
	expect(newsIn(new URL(withNews('/account', 'saved'), 'http://localhost'))).toBe('saved');
	expect(withNews('/account', undefined)).toBe('/account');
	expect(newsIn(new URL('http://localhost/account?done=__proto__'))).toBeUndefined();
});
