import { describe, expect, it } from 'vitest';
import { passwordPolicy } from '../../src/lib/contract/password-policy.ts';
import { checkPassword } from '../../src/lib/server/core/password-policy.ts';
import { measurePassword } from '../../src/lib/contract/measure-password.ts';

const family = '👩‍👩‍👧‍👦'; // seven code points, one picture

describe('a password in numbers', () => {
	it.each([
		['', 0, 0],
		['hunter2', 7, 2],
		['correct horse', 13, 2],
		['Ünïcødé', 7, 2],
		['e\u0301e\u0301', 2, 1],
		[family, 7, 1],
		['密码密码', 4, 1],
		['Aa1!', 4, 4]
	])('%j has %i characters of %i types', (password, length, types) => {
		expect(measurePassword(password)).toEqual({ length, types });
	});

	it.each(['', 'hunter2', 'Hunter2!', `${family}x`, 'Cafe\u0301 12', 'ＡＢＣ１２３４５', 'ǅǅǅǅǅǅǅǅ', '٣٤٥٦٧٨٩٠'])(
		'%j is counted as the policy does',
		(password) => {
			const policy = passwordPolicy.parse({ length: { min: 8 }, characterTypes: { min: 3 } });
			const codes = checkPassword(password, policy, {}).map(({ code }) => code);
			const { length, types } = measurePassword(password);
			expect(codes.includes('password_rejected.too_short')).toBe(length < 8);
			expect(codes.includes('password_rejected.character_types')).toBe(types < 3);
		}
	);
});
