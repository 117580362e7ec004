import { describe, expect, it } from 'vitest';
import { usernamePolicy } from './settings/policies.ts';
import { canonicalUsername, parseUsername } from './username.ts';

const anything = usernamePolicy.parse({});

function refusal(name: string, policy: Partial<typeof anything> = {}) {
	const parsed = parseUsername(name, { ...anything, ...policy });
	return parsed.ok ? undefined : parsed.problem.code;
}
const without = (kind: keyof typeof anything.allowedChars) => ({
	allowedChars: { ...anything.allowedChars, [kind]: false }
});

describe('choosing a username', () => {
	it.each(['ada', 'Ada_Lovelace', '_ada', 'a', 'ada1815', 'x'.repeat(128)])('may be %s', (name) => {
		expect(parseUsername(name, anything)).toEqual({ ok: true, value: name });
	});

	it.each([
		['', 'user.username_too_short'],
		['x'.repeat(129), 'user.username_too_long'],
		['1ada', 'user.username_starts_with_number'],
		['13800138000', 'user.username_starts_with_number'],
		['ada@example.com', 'user.username_invalid_charset_hard'],
		['ada lovelace', 'user.username_invalid_charset_hard'],
		['ada\n', 'user.username_invalid_charset_hard'],
		['ada-lovelace', 'user.username_invalid_charset_hard'],
		['艾达', 'user.username_invalid_charset_hard']
	])('is not %j', (name, code) => {
		expect(refusal(name)).toBe(code);
	});

	it.each([
		['a Cyrillic а', 'аda'],
		['an invisible joiner', 'a\u200dda'],
		['a change of direction', '\u202eada'],
		['full-width letters', 'ａｄａ'],
		['Arabic digits', 'ada\u0661']
	])('cannot hide %s', (_, name) => {
		expect(refusal(name)).toBe('user.username_invalid_charset_hard');
	});

	it.each(['admin', 'Admin', 'ROOT', 'support', 'postmaster', 'no_reply'])('leaves %s to the staff', (name) => {
		expect(refusal(name)).toBe('user.username_reserved');
	});
});

describe('a policy about usernames', () => {
	it('bounds the length and says the bound', () => {
		expect(parseUsername('ab', { ...anything, minLength: 3 })).toMatchObject({ problem: { data: { min: 3 } } });
		expect(parseUsername('abcd', { ...anything, maxLength: 3 })).toMatchObject({ problem: { data: { max: 3 } } });
	});

	it.each([
		['uppercase', 'Ada', 'user.username_uppercase_not_allowed'],
		['lowercase', 'ADa', 'user.username_lowercase_not_allowed'],
		['numbers', 'ada1', 'user.username_numbers_not_allowed'],
		['underscore', 'ada_l', 'user.username_underscore_not_allowed']
	] as const)('may do without %s', (kind, name, code) => {
		expect(refusal(name, without(kind))).toBe(code);
		expect(refusal(name)).toBeUndefined();
	});

	it('keeps names in lower case where case tells nobody apart', () => {
		const insensitive = { ...anything, caseSensitive: false };
		expect(parseUsername('Ada', insensitive)).toEqual({ ok: true, value: 'ada' });
		expect(canonicalUsername('ADA', insensitive)).toBe('ada');
		expect(canonicalUsername('Ada', anything)).toBe('Ada');
	});

	it('does not blame a capital letter that will not be kept', () => {
		expect(refusal('Ada', { caseSensitive: false, ...without('uppercase') })).toBeUndefined();
	});
});
