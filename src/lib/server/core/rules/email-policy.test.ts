import { describe, expect, it } from 'vitest';
import { isEmailPattern, refuseEmail } from './email-policy.ts';

const blocking = (...customBlocklist: string[]) => ({ customBlocklist });
const isRefused = (address: string, ...entries: string[]) => refuseEmail(address, blocking(...entries)) !== undefined;

describe('an email address', () => {
	it('is welcome where no list says otherwise', () => {
		expect(refuseEmail('ada@example.com', {})).toBeUndefined();
		expect(refuseEmail('ada+shop@example.com', {})).toBeUndefined();
	});

	it('is refused by name, whatever its case', () => {
		expect(refuseEmail('ada@example.com', blocking('ADA@Example.com'))).toEqual({
			code: 'session.email_blocklist.email_not_allowed',
			data: { email: 'ada@example.com' }
		});
		expect(isRefused('adam@example.com', 'ada@example.com')).toBe(false);
	});

	it('is refused by its domain, subdomains apart', () => {
		expect(isRefused('ada@example.com', '@example.com')).toBe(true);
		expect(isRefused('ada@mail.example.com', '@example.com')).toBe(false);
		expect(isRefused('ada@notexample.com', '@example.com')).toBe(false);
		expect(isRefused('ada@mail.example.com', '@*.example.com')).toBe(true);
		expect(isRefused('ada@example.com', '@*.example.com')).toBe(false);
	});

	it.each([
		['bot*@example.com', 'bot42@example.com', true],
		['bot*@example.com', 'robot@example.com', false],
		['*bot@example.com', 'robot@example.com', true],
		['*@mail*.example.*', 'ada@mail7.example.org', true],
		['a*a@example.com', 'a@example.com', false],
		['*@*', 'ada@example.com', true]
	])('is compared with wildcards: %s and %s', (entry, address, refused) => {
		expect(isRefused(address, entry)).toBe(refused);
	});

	it('may be allowed although its domain is blocked', () => {
		const policy = { customAllowlist: ['ada@example.com'], ...blocking('@example.com'), blockSubaddressing: true };
		expect(refuseEmail('ada@example.com', policy)).toBeUndefined();
		expect(refuseEmail('bob@example.com', policy)).toBeDefined();
	});

	it('may be kept from having second addresses behind a plus', () => {
		expect(refuseEmail('ada+shop@example.com', { blockSubaddressing: true })?.code).toBe(
			'session.email_blocklist.email_subaddressing_not_allowed'
		);
		expect(refuseEmail('ada@example.com', { blockSubaddressing: true })).toBeUndefined();
	});

	it('is compared in no time, whatever the list holds', () => {
		const start = performance.now();
		isRefused(`${'a'.repeat(64)}@example.com`, `${'a*'.repeat(31)}b@example.com`);
		expect(performance.now() - start).toBeLessThan(50);
	});
});

describe('an entry of a list', () => {
	it.each(['ada@example.com', '@example.com', '*@example.com', 'ada+*@example.com', '@*.example.com', '@*'])(
		'may be %s',
		(entry) => expect(isEmailPattern(entry)).toBe(true)
	);

	it.each(['', '*', 'example.com', 'ada@', 'ada@@example.com', 'a b@example.com', '@.com', 'x,y@example.com'])(
		'is not %j',
		(entry) => expect(isEmailPattern(entry)).toBe(false)
	);
});
