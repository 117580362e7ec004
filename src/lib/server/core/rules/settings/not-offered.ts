// What Logto's settings can ask for and Foyer does not do. Refused rather than kept in vain: a setting that is taken
// is a promise. Whoever builds one of these takes its line away.
import type { Settings } from '../../../../contract/settings.ts';
import { rule, type Rule } from './rule.ts';

const asked: [field: string, promise: string, isAsked: (settings: Settings) => boolean][] = [
	['adaptiveMfa.enabled', 'adaptive MFA is not offered yet', ({ adaptiveMfa }) => adaptiveMfa.enabled === true],
	[
		'passkeySignIn.enabled',
		'people set passkeys up as a second factor: name WebAuthn in mfa.factors',
		({ passkeySignIn, mfa }) => passkeySignIn.enabled === true && !mfa.factors.includes('WebAuthn')
	],
	['singleSignOnEnabled', 'single sign-on is not offered yet', ({ singleSignOnEnabled }) => singleSignOnEnabled],
	[
		'socialSignInConnectorTargets',
		'social sign-in is not offered yet (Logto drops such targets in silence)',
		({ socialSignInConnectorTargets }) => socialSignInConnectorTargets.length > 0
	],
	[
		'sentinelPolicy',
		'failures are slowed down by lockoutPolicy instead: set its thresholds and waits',
		({ sentinelPolicy }) => Object.keys(sentinelPolicy).length > 0
	],
	[
		'emailBlocklistPolicy.blockDisposableAddresses',
		'no list of disposable domains is built in: name them in customBlocklist',
		({ emailBlocklistPolicy }) => emailBlocklistPolicy.blockDisposableAddresses === true
	],
	[
		'branding',
		'pages load nothing from other hosts: give a picture as a path on this origin or as data:image/…;base64,…',
		({ branding: { logoUrl, darkLogoUrl, favicon, darkFavicon, artworkUrl, darkArtworkUrl } }) =>
			[logoUrl, darkLogoUrl, favicon, darkFavicon, artworkUrl, darkArtworkUrl].some((picture) =>
				/^https?:/.test(picture ?? '')
			)
	],
	[
		'customContent',
		'pages hold no content of others',
		({ customContent }) => Object.values(customContent).some(Boolean)
	]
];

export const notOfferedRules: Rule[] = asked.map(([field, promise, isAsked]) =>
	rule('request.feature_not_supported', field, promise, isAsked)
);
