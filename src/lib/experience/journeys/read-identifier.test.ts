import { describe, expect, it } from 'vitest';
import { readCode, readIdentifier } from './read-identifier.ts';

const phone = { ok: true, value: { type: 'phone', value: '8613800138000' } };
const email = { ok: true, value: { type: 'email', value: 'mia@example.com' } };

describe('what was typed beside a country', () => {
	it.each(['138 0013 8000', '138-0013-8000', '+86 138 0013 8000', '008613800138000', '１３８００１３８０００'])(
		'is understood as people write numbers: %s',
		(identifier) => expect(readIdentifier({ identifier, kind: 'phone', country: 'CN' })).toEqual(phone)
	);

	it('follows the code in a pasted number rather than the list beside it', () => {
		expect(readIdentifier({ identifier: '+8613800138000', kind: 'phone', country: 'US' })).toEqual(phone);
	});

	it('is understood as an address when it is one', () => {
		expect(readIdentifier({ identifier: ' Mia@Example.com ', kind: 'phone', country: 'CN' })).toEqual(email);
	});

	it('is refused by name when it is neither', () => {
		const refused = readIdentifier({ identifier: '12', kind: 'phone', country: 'CN' });
		expect(refused).toMatchObject({ ok: false, problem: { code: 'user.invalid_phone' } });
	});
});

describe('what was typed as an address', () => {
	it('is understood as a number when it is an international one', () => {
		expect(readIdentifier({ identifier: '+86 138 0013 8000', kind: 'email' })).toEqual(phone);
	});

	it('is refused by name when it is not one', () => {
		const refused = readIdentifier({ identifier: 'mia', kind: 'email' });
		expect(refused).toMatchObject({ ok: false, problem: { code: 'user.invalid_email' } });
	});
});

describe('a code', () => {
	it.each(['123456', ' 123 456 ', '123-456', '１２３４５６', '123–456', '\u200e123456'])('may be typed as %j', (text) =>
		expect(readCode(text)).toBe('123456')
	);

	it.each(['', '12345', '1234567', '12345a'])('is six digits, not %j', (text) =>
		expect(readCode(text)).toBeUndefined()
	);
});
