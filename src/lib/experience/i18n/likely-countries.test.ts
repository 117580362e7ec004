import { expect, it } from 'vitest';
import { likelyCountries } from './likely-countries.ts';

it('the chosen country leads, then those that the browser names, then the own one, each once', () => {
	const asks = (language?: string) =>
		new Request('https://login.example/sign-in', { headers: language ? { 'accept-language': language } : {} });
	expect(likelyCountries('HK', { defaultCountry: 'CN' }, asks('en-GB,zh-HK;q=0.8,zh-CN;q=0.5'))).toEqual([
		'HK',
		'GB',
		'CN'
	]);
	expect(likelyCountries('CN', { defaultCountry: 'CN' }, asks())).toEqual(['CN']);
});
