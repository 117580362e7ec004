// The console's own rules: administrators get in whatever the settings say, or a wrong setting could never be mended.
import { consoleClientId, consoleName } from '../../../contract/console.ts';
import { identifierType } from '../../../contract/schemas.ts';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import { maySignInByCode } from './policy.ts';

export function isConsole(clientId: string | null): boolean {
	return clientId === consoleClientId;
}

/**
 * The settings as an interaction of this application meets them. In the console every identifier signs in with a
 * password, nobody registers, and nothing is asked for besides. A second factor, where one is set up, stays.
 */
export function policyFor(clientId: string | null, settings: Settings): Settings {
	if (!isConsole(clientId)) return settings;
	return {
		...settings,
		// A style sheet or a colour could hide the way in from whoever has to mend it.
		customCss: null,
		color: defaultSettings.color,
		agreeToTermsPolicy: 'Automatic',
		branding: { name: consoleName },
		signInMode: 'SignIn',
		// What was trusted on the way to a shop is not on the way to everybody's accounts.
		adaptiveMfa: {},
		trustedDevice: { ...settings.trustedDevice, enabled: false },
		signIn: {
			methods: identifierType.options.map((identifier) => ({
				identifier,
				password: true,
				verificationCode: maySignInByCode(identifier, settings),
				isPasswordPrimary: true
			}))
		},
		signUp: { identifiers: [], password: false, verify: false },
		signUpProfileFields: []
	};
}
