import { describe, expect, it } from 'vitest';
import { defaultSettings, parseStoredSettings, settings } from './settings.ts';

describe('settings that were stored by an earlier version', () => {
	it('get the defaults of what is new', () => {
		const older = { id: 'default', signInMode: 'SignIn', signUp: { identifiers: [], password: false, verify: false } };
		expect(parseStoredSettings(older)).toEqual({ settings: { ...defaultSettings, ...older }, unreadable: [] });
	});

	it('lose names that nobody knows any more', () => {
		expect(parseStoredSettings({ hideLogtoBranding: true }).settings).toEqual(defaultSettings);
	});

	it('lock nobody out by one bad field, which is named', () => {
		const { settings, unreadable } = parseStoredSettings({ supportWebsiteUrl: 'nonsense', defaultCountry: 'FR' });
		expect(settings).toEqual({ ...defaultSettings, defaultCountry: 'FR' });
		expect(unreadable).toEqual(['supportWebsiteUrl']);
	});

	it.each([null, undefined, 'text', 7, []])('are the defaults when they are %j', (stored) => {
		expect(parseStoredSettings(stored).settings).toEqual(defaultSettings);
	});
});

describe('settings that somebody mistyped', () => {
	it.each([
		[{ allowedCountries: ['UK'] }, 'must be a country code of ISO 3166-1 such as CN or GB, or * for all'],
		[{ allowedCountries: ['XX'] }, 'must be a country code of ISO 3166-1 such as CN or GB, or * for all'],
		[{ defaultCountry: 'ZZ' }, 'must be a country code of ISO 3166-1 such as CN or GB'],
		[{ sendPolicy: { cost: { perMessage: { UK: 1 } } } }, expect.any(String)],
		[{ sendPolicy: { perIpp: [] } }, expect.stringContaining('perIpp')],
		[{ sendPolicy: { breaker: { shares: 1 } } }, expect.stringContaining('shares')],
		[{ lockoutPolicy: { perIpp: {} } }, expect.stringContaining('perIpp')]
	])('%j are refused', (changes, message) => {
		expect(settings.safeParse(changes).error?.issues[0]?.message).toEqual(message);
	});

	it.each([{ allowedCountries: ['*'] }, { allowedCountries: ['CN', 'GB'] }, { defaultCountry: 'GB' }])(
		'%j are taken',
		(changes) => {
			expect(settings.safeParse(changes).success).toBe(true);
		}
	);
});
