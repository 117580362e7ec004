import { describe, expect, it } from 'vitest';
import { consoleClientId, consoleName } from '../../../contract/console.ts';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import { policyFor } from './console.ts';
import { checkPassword } from './passwords.ts';
import { maySignInWithPassword, missingProfile } from './policy.ts';

/** Nobody signs in with a password, and whoever signs up must give a number and a password. */
const strict: Settings = {
	...defaultSettings,
	signInMode: 'Register',
	agreeToTermsPolicy: 'Manual',
	signUp: { identifiers: ['phone'], password: true, verify: true }
};
const forConsole = policyFor(consoleClientId, strict);

describe('whatever the settings say', () => {
	it('administrators sign in to the console with a password, by any identifier, and nothing more is asked of them', () => {
		for (const identifier of ['username', 'email', 'phone'] as const) {
			expect(maySignInWithPassword(identifier, forConsole)).toBe(true);
		}
		expect(forConsole).toMatchObject({ signInMode: 'SignIn', agreeToTermsPolicy: 'Automatic' });
		expect(missingProfile({}, forConsole)).toEqual([]);
	});

	it('nothing of the brand can hide the way in', () => {
		const color = { primaryColor: '#ffffff', isDarkModeEnabled: true, darkPrimaryColor: '#000000' };
		const hidden = { ...strict, color, customCss: 'form{display:none}', branding: { artworkColor: '#ffffff' } };
		const { customCss, color: shown, branding } = policyFor(consoleClientId, hidden);
		expect([customCss, shown, branding]).toEqual([null, defaultSettings.color, { name: consoleName }]);
	});

	it('a second factor stays what it is, and other applications meet the settings as they are', () => {
		expect(forConsole.mfa).toEqual(strict.mfa);
		const spared = { ...strict, adaptiveMfa: { enabled: true }, trustedDevice: { enabled: true, durationDays: 30 } };
		const { adaptiveMfa, trustedDevice } = policyFor(consoleClientId, spared);
		expect([adaptiveMfa.enabled, trustedDevice.enabled]).toEqual([undefined, false]);
		expect(policyFor('bookstore', strict)).toBe(strict);
	});
});

describe('a right password in the console, where the settings let nobody sign in by password', () => {
	const judge = (isAdmin: boolean | undefined) => {
		const identifier = { type: 'username', value: 'ada' } as const;
		const user = {
			id: 'ada',
			username: 'ada',
			profile: {},
			customData: {},
			isSuspended: false,
			isAdmin,
			createdAt: 0,
			updatedAt: 0
		};
		return checkPassword(
			{
				id: 'i',
				clientId: consoleClientId,
				version: 1,
				event: 'SignIn',
				verifications: [],
				expiresAt: 9
			},
			{ type: 'password-checked', recordId: 'r', identifier, user, matches: true, isForAdmins: true, at: 1 },
			forConsole
		).problem?.code;
	};

	it('lets an administrator in, and nobody else', () => {
		expect(judge(true)).toBeUndefined();
		expect(judge(undefined)).toBe('user.sign_in_method_not_enabled');
	});
});
