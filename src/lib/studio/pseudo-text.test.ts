import { describe, expect, it } from 'vitest';
import { languages } from '../contract/languages.ts';
import { findLocale } from '../experience/i18n/locale.ts';
import { pseudoLocale } from '../experience/i18n/pseudo-locale.ts';
import { createPseudoText, lengthen } from './pseudo-text.ts';

describe('the pseudo-locale', () => {
	it('grows words and leaves names, numbers and places for links alone', () => {
		const text = createPseudoText(pseudoLocale.code, {
			sign_in_title: 'Welcome to {name}, {link}: over {count} users'
		});
		expect(text('sign_in_title', { name: 'Foyer (a+b)', count: 12 })).toBe(
			'Wéëlcöøméë töø Foyer (a+b), {link}: öøvéër 12 ûüséërs'
		);
		expect(text('sign_in_title', { name: '' })).toContain('{link}');
		expect(lengthen('AND')).toBe('ÅÄND');
	});

	it('is offered to nobody, and a page that is asked for it speaks English', () => {
		expect(languages.map(({ code }) => code)).not.toContain(pseudoLocale.code);
		expect(findLocale(pseudoLocale.code)).toBe('en');
	});
});
