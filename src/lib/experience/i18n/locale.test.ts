import { describe, expect, it } from 'vitest';
import { locales as compiled } from '../../paraglide/runtime.js';
import { directionOf, findLocale, locales, regionsOf, resolveLocale } from './locale.ts';

describe('the language of a page', () => {
	const wishes = { chosen: 'en', uiLocales: 'zh-CN', cookie: 'zh-CN', acceptLanguage: 'zh-CN', fallback: 'zh-CN' };

	it('is the one chosen in this interaction, whatever else is known', () => {
		expect(resolveLocale(wishes)).toBe('en');
	});

	it('then what the application asked for, then the cookie, then the browser, then the default', () => {
		const rest = { uiLocales: 'zh-CN', cookie: 'en', acceptLanguage: 'en', fallback: 'en' };
		expect(resolveLocale(rest)).toBe('zh-CN');
		expect(resolveLocale({ cookie: 'zh-CN', acceptLanguage: 'en', fallback: 'en' })).toBe('zh-CN');
		expect(resolveLocale({ acceptLanguage: 'zh-CN,en;q=0.5', fallback: 'en' })).toBe('zh-CN');
		expect(resolveLocale({ fallback: 'zh-CN' })).toBe('zh-CN');
	});

	it('takes the first of several that we speak', () => {
		expect(resolveLocale({ uiLocales: 'xx fi-FI zh', fallback: 'en' })).toBe('zh-CN');
		expect(resolveLocale({ chosen: 'tlh', cookie: 'zh-CN' })).toBe('zh-CN');
	});

	it('weighs what the browser sent', () => {
		expect(resolveLocale({ acceptLanguage: 'en;q=0.5, zh-CN;q=0.9' })).toBe('zh-CN');
		expect(resolveLocale({ acceptLanguage: 'zh-CN;q=0, en' })).toBe('en');
		expect(resolveLocale({ acceptLanguage: '*', fallback: 'zh-CN' })).toBe('zh-CN');
	});

	it('is English when nothing is known, also for a header that says "null"', () => {
		expect(resolveLocale({})).toBe('en');
		expect(resolveLocale({ acceptLanguage: 'null', fallback: 'zh-CN' })).toBe('zh-CN');
		expect(resolveLocale({ acceptLanguage: null, fallback: null })).toBe('en');
	});

	it('survives nonsense', () => {
		const nonsense = ['', '-', 'zh--', '../../etc', 'a'.repeat(100_000), '%00', 'en-', '🙂'];
		for (const text of nonsense) {
			expect(resolveLocale({ chosen: text, uiLocales: text, acceptLanguage: text, fallback: 'zh-CN' })).toBe('zh-CN');
		}
	});
});

describe('the closest language we have', () => {
	it.each([
		['zh', 'zh-CN'],
		['zh-Hans-SG', 'zh-CN'],
		['zh_CN', 'zh-CN'],
		['ZH-cn', 'zh-CN'],
		['zh-TW', 'zh-TW'],
		['zh-Hant', 'zh-TW'],
		['zh-MO', 'zh-HK'],
		['yue-HK', undefined],
		['en-GB', 'en'],
		['pt', 'pt-BR'],
		['pt-AO', 'pt-PT'],
		['fr-CA', 'fr'],
		['fa', 'fa-IR'],
		['iw', 'he'],
		['fi', undefined]
	])('for %s is %s', (wanted, found) => {
		expect(findLocale(wanted)).toBe(found);
	});
});

describe('the countries of a browser', () => {
	it.each([
		['en-GB,en;q=0.9', ['GB']],
		['en;q=0.8,zh-Hant-HK,de-CH;q=0.9,de', ['HK', 'CH']],
		['fr-CA,fr-BE,en-US,pt-BR', ['CA', 'BE', 'US']],
		['en-GB,cy-GB', ['GB']],
		['es-419,zh-Hans,*', []],
		[null, []]
	])('that sends %s are %j', (header, regions) => {
		expect(regionsOf(header)).toEqual(regions);
	});
});

describe('direction', () => {
	it('knows languages written from the right', () => {
		expect(['ar', 'he', 'fa', 'ur'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
		expect(['en', 'zh-CN', 'ja', '?'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
	});
});

describe('the list of languages', () => {
	it('names exactly those that are compiled', () => {
		expect(locales.map(({ code }) => code).sort()).toEqual([...compiled].sort());
	});
});
