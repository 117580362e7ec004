import { describe, expect, it } from 'vitest';
import { parseEnv } from './env.ts';

describe('how long audit entries are kept', () => {
	it('is half a year, unless days are named', () => {
		expect(parseEnv({}).auditDays).toBe(180);
		expect(parseEnv({ FOYER_AUDIT_DAYS: '30' }).auditDays).toBe(30);
		expect(parseEnv({ FOYER_AUDIT_DAYS: '0' }).auditDays).toBe(0);
	});

	it.each(['-1', '1.5', 'long'])('is not %s', (days) => {
		expect(() => parseEnv({ FOYER_AUDIT_DAYS: days })).toThrow('FOYER_AUDIT_DAYS must be a whole number of days');
	});
});

describe('whom passwords are looked up at', () => {
	it.each([
		[undefined, undefined],
		['off', undefined],
		['on', 'https://api.pwnedpasswords.com/range/'],
		['https://mirror.example/range', 'https://mirror.example/range/'],
		['https://mirror.example/range/', 'https://mirror.example/range/']
	])('%s means %s', (value, address) => {
		expect(parseEnv({ FOYER_PWNED_PASSWORDS: value }).pwnedPasswords).toBe(address);
	});

	it.each(['yes', 'mirror.example', 'ftp://mirror.example/'])('is not %s', (value) => {
		expect(() => parseEnv({ FOYER_PWNED_PASSWORDS: value })).toThrow('FOYER_PWNED_PASSWORDS must be off, on');
	});
});
