// The texts of the pages in the pseudo-locale: about 40 % longer and full of marks, and still to be read.
import { pseudoLocale } from '../experience/i18n/pseudo-locale.ts';
import { createText, type Text } from '../experience/i18n/text.ts';

const longer: Record<string, string> = { a: 'åä', e: 'éë', i: 'îï', o: 'öø', u: 'ûü', y: 'ýÿ' };

/** Vowels double and carry marks: words grow, not only sentences. */
export function lengthen(words: string): string {
	return words.replace(/[aeiouy]/gi, (vowel) => {
		const both = longer[vowel.toLowerCase()] ?? vowel;
		return vowel === vowel.toLowerCase() ? both : both.toUpperCase();
	});
}

/** In place of `createText`. What people typed or are called stays as it is, and so do places for links. */
export const createPseudoText: typeof createText = (locale, overrides) => {
	const text = createText(locale, overrides);
	const pseudo = (...[key, inputs = {}]: Parameters<Text>) => {
		const given = Object.values(inputs).map(String).filter(Boolean);
		const kept = new RegExp(['\\{\\w+\\}', ...given.map(literally)].join('|'), 'g');
		const words = text(key, inputs);
		const untouched = words.match(kept) ?? [];
		return words
			.split(kept)
			.map((piece, index) => lengthen(piece) + (untouched[index] ?? ''))
			.join('');
	};
	return Object.assign(pseudo, { locale: text.locale });
};

/** How a preview in that language makes its words: as pages do, but for the pseudo-locale. */
export function speechOf(locale: string): typeof createText | undefined {
	return locale === pseudoLocale.code ? createPseudoText : undefined;
}

function literally(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
