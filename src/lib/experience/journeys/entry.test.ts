import { describe, expect, it } from 'vitest';
import { entryPage } from './entry.ts';

const from = (query: string) => new URL(`http://localhost:3001/x${query}`);

describe('a first screen asked for by name', () => {
	it('begins with signing up where its name says so, and keeps what was asked for', () => {
		expect(entryPage('identifier-register', from('?app_id=shop&identifier=email'))).toBe(
			'/register?app_id=shop&identifier=email'
		);
	});

	it('begins with a new password where that is asked for', () => {
		expect(entryPage('reset-password', from('?app_id=shop'))).toBe('/forgot-password?app_id=shop');
	});

	it('begins with signing in otherwise, also where the fallback is an address of somebody else', () => {
		expect(entryPage('single-sign-on', from('?app_id=shop'))).toBe('/sign-in?app_id=shop');
		expect(entryPage('//evil.example', from('?app_id=shop&fallback=//evil.example'))).toBe('/sign-in?app_id=shop');
		expect(entryPage(null, from(''))).toBe('/sign-in?');
	});
});
