import { describe, expect, it } from 'vitest';
import { listCountries } from './countries.ts';

describe('the country list', () => {
	it('puts likely countries first, each once', () => {
		const list = listCountries('en', ['US', 'CN']);
		expect(list.slice(0, 2).map(({ code }) => code)).toEqual(['US', 'CN']);
		expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
		expect(list.length).toBeGreaterThan(240);
	});

	it('names them in the language of the page, sorted as its readers sort', () => {
		expect(listCountries('zh-CN', ['CN'])[0]).toEqual({ code: 'CN', name: '中国', dial: '+86', likely: true });
		const names = listCountries('en', []).map(({ name }) => name);
		expect(names.indexOf('Åland Islands')).toBeLessThan(names.indexOf('Albania'));
	});

	it('ignores a likely country that does not exist', () => {
		expect(listCountries('en', ['ZZ']).every(({ likely }) => !likely)).toBe(true);
	});
});
