// T20, R23, R24: whatever Unicode is typed, an address and a number have one canonical form each, so one account.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail, parsePhoneDigits, parsePhoneInput } from './identifier.ts';

const invisible = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Z}]/u;
/** Letters whose cases and compositions do not go hand in hand, beside everything that there is. */
const odd = fc.constantFrom('J\u030c', '\u01f0', '\u0130', 'e\u0301', '\u212b', 'ß', 'ǅ', '\u03b0', '\u0345', '\u200b');
const letter = fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 2 }) }, odd);
const local = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
const domain = fc.constantFrom('example.com', 'EXAMPLE.com', 'bücher.example', 'BU\u0308CHER.example', '例え.jp');
const address = fc.tuple(local, domain).map((parts) => parts.join('@'));

/** Only letters that come back as they were: `ß` in capitals is two others, and a last sigma has its own form. */
const keepsCase = (letter: string) => letter !== 'σ' && letter.toUpperCase().toLowerCase() === letter;
const capital = (letter: string) => (keepsCase(letter) ? letter.toUpperCase() : letter);

describe('an email address, whatever is typed', () => {
	it('has a canonical form that is its own, and nothing in it that is not seen', () => {
		let read = 0;
		const isCanonical = (input: string) => {
			const parsed = parseEmail(input);
			if (!parsed.ok) return;
			read += 1;
			expect(parseEmail(parsed.value)).toEqual(parsed);
			expect(parsed.value).not.toMatch(invisible);
			expect(parsed.value).toBe(parsed.value.normalize('NFC'));
		};
		fc.assert(fc.property(fc.oneof(address, fc.string({ unit: 'binary' })), isCanonical), { numRuns: 1000 });
		expect(read).toBeGreaterThan(100);
	});

	it('is the same in capitals, composed or not, and with blanks around it', () => {
		const isOne = (input: string, form: 'NFC' | 'NFD', mask: boolean[]) => {
			const parsed = parseEmail(input);
			if (!parsed.ok) return;
			const loud = [...parsed.value].map((letter, index) => (mask[index % mask.length] ? capital(letter) : letter));
			expect(parseEmail(` ${loud.join('').normalize(form)}\t`)).toEqual(parsed);
		};
		const mask = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });
		fc.assert(fc.property(address, fc.constantFrom('NFC', 'NFD'), mask, isOne), { numRuns: 1000 });
	});
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (count: number) => fc.array(digit, { minLength: count, maxLength: count }).map((all) => all.join(''));
/** Country, its code, and a national number with what stands before it there. */
const number = fc.oneof(
	digits(8).map((rest) => ['CN', '86', '', `138${rest}`] as const),
	digits(7).map((rest) => ['AU', '61', '0', `41${rest}`] as const),
	digits(4).map((rest) => ['US', '1', '', `202555${rest}`] as const),
	digits(7).map((rest) => ['IT', '39', '', `347${rest}`] as const)
);

describe('a phone number, whatever is typed', () => {
	it('has a canonical form of digits that is its own', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary' }),
			digits(11),
			digits(13).map((all) => `+${all}`)
		);
		const isCanonical = (input: string) => {
			for (const parsed of [parsePhoneInput(input, 'CN'), parsePhoneDigits(input)]) {
				if (!parsed.ok) continue;
				expect(parsed.value.digits).toMatch(/^[0-9]+$/);
				expect(parsePhoneDigits(parsed.value.digits)).toEqual(parsed);
			}
		};
		fc.assert(fc.property(typed, isCanonical), { numRuns: 1000 });
	});

	it('is the same with and without its country, in wide digits, with any spacing', () => {
		const space = fc.array(fc.constantFrom('', ' ', '-', '.', '\u00a0'), { minLength: 1, maxLength: 5 });
		const isOne = ([country, code, prefix, national]: readonly string[], spaces: string[], isWide: boolean) => {
			const spell = (text: string) =>
				[...text].map((one, index) => one + (index % 3 === 2 ? spaces[index % spaces.length] : '')).join('');
			const widen = (text: string) =>
				isWide ? text.replace(/\d/g, (one) => String.fromCodePoint(0xff10 + Number(one))) : text;
			const parsed = parsePhoneDigits(`${code}${national}`);
			expect(parsed.ok).toBe(true);
			const forms = [`${prefix}${national}`, `+${code}${national}`, `00${code}${national}`];
			for (const form of forms) {
				expect(parsePhoneInput(`\u202a${widen(spell(form))}\u202c`, country ?? '')).toEqual(parsed);
			}
		};
		fc.assert(fc.property(number, space, fc.boolean(), isOne), { numRuns: 500 });
	});
});
