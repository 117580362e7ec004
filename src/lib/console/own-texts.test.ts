import { describe, expect, it } from 'vitest';
import { languages } from '../contract/languages.ts';
import { missingTexts, withoutText } from './own-texts.ts';

const everywhere = (key: string) => Object.fromEntries(languages.map(({ code }) => [code, { [key]: 'Hello' }]));

describe('texts of one’s own', () => {
	it('are missing in every other language, the fallback first', () => {
		const [flaw, ...others] = missingTexts({ en: { sign_in_title: 'Hello' } }, 'ko');
		expect(others).toEqual([]);
		expect(flaw).toMatchObject({ key: 'sign_in_title', said: ['en'] });
		expect(flaw?.missing).toHaveLength(languages.length - 1);
		expect(flaw?.missing[0]).toBe('ko');
	});

	it('are whole where every language has them, or none', () => {
		expect(missingTexts({}, 'en')).toEqual([]);
		expect(missingTexts(everywhere('sign_in_title'), 'en')).toEqual([]);
		const { ar: _none, ...others } = everywhere('sign_in_title');
		expect(missingTexts(others, 'en')).toMatchObject([{ key: 'sign_in_title', missing: ['ar'] }]);
	});

	it('are taken back in one language, or in all', () => {
		const own = { en: { help: 'Ask us', go: 'On' }, de: { help: 'Frag uns' } };
		expect(withoutText(own, 'help')).toEqual({ en: { go: 'On' }, de: {} });
		expect(withoutText(own, 'help', 'de')).toEqual({ en: own.en, de: {} });
		expect(withoutText(own, 'help', 'de').en).toBe(own.en);
		expect(withoutText(own, 'nothing')).toEqual(own);
	});
});
