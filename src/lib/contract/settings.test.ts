import { describe, expect, it } from 'vitest';
import { defaultSettings, parseStoredSettings } from './settings.ts';

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
