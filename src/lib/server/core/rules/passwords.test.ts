// When a password has expired (contract §6.4).
import { describe, expect, it } from 'vitest';
import { ada, now, open } from '../../../../../tests/support/interaction-states.ts';
import { hasExpired } from './passwords.ts';

const dayMs = 86_400_000;
const off = { enabled: false, validPeriodDays: 90 };
const on = { enabled: true, validPeriodDays: 90 };

describe('a password', () => {
	it.each([
		['has not expired within its days', on, { age: 90 }, false],
		['has expired after them', on, { age: 91 }, true],
		['has expired where an administrator says so', on, { isExpired: true }, true],
		['never expires by age where none does', off, { age: 91 }, false],
		['is good where none expires, whatever an administrator said before', off, { isExpired: true }, false]
	])(
		'%s',
		(_what, passwordExpiration, { age = 0, isExpired = false }: { age?: number; isExpired?: boolean }, expected) => {
			const user = { ...ada, password: { updatedAt: now - age * dayMs, isExpired } };
			expect(hasExpired(user, { ...open, passwordExpiration }, now)).toBe(expected);
		}
	);
});
