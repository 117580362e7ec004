import { describe, expect, it } from 'vitest';
import { readLanguage, withoutChoice, writeLanguage } from './language-cookie.ts';

describe('the address after a language was chosen', () => {
	it.each([
		['http://localhost:3001/sign-in?lang=en', '/sign-in'],
		['http://localhost:3001/sign-in?app_id=shop&lang=en&uid=V1StGXR8', '/sign-in?app_id=shop&uid=V1StGXR8'],
		['http://localhost:3001//evil.example/x?lang=en', '/evil.example/x'],
		['http://localhost:3001///evil.example?lang=en', '/evil.example'],
		['http://localhost:3001/\\evil.example?lang=en', '/evil.example']
	])('of %s stays with us: %s', (asked, answered) => {
		expect(withoutChoice(new URL(asked))).toBe(answered);
	});
});

describe('the language cookie', () => {
	it('knows the interaction that it was chosen in', () => {
		const value = writeLanguage('zh-CN', 'V1StGXR8');
		expect(readLanguage(value, 'V1StGXR8')).toEqual({ chosen: 'zh-CN' });
		expect(readLanguage(value, 'another1')).toEqual({ cookie: 'zh-CN' });
	});

	it('keeps nothing of an address that names no interaction', () => {
		expect(writeLanguage('en', 'x'.repeat(4000))).toBe('en');
		expect(writeLanguage('en', 'a~b;c=d!')).toBe('en');
	});
});
