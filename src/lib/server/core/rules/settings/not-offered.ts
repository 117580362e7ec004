// What Logto's settings can ask for and Foyer does not do. Refused rather than kept in vain: a setting that is taken
// is a promise. Whoever builds one of these takes its line away.
import type { SettingFlaw } from '../../../../contract/setting-flaws.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { namedRule, type Rule } from './rule.ts';

type Asked = [flaw: SettingFlaw, field: string, promise: string, isAsked: (settings: Settings) => boolean];

const pictures = ['logoUrl', 'darkLogoUrl', 'favicon', 'darkFavicon', 'artworkUrl', 'darkArtworkUrl'] as const;

const asked: Asked[] = [
	[
		'passkeys_without_factor',
		'passkeySignIn.enabled',
		'people set passkeys up as a second factor: name WebAuthn in mfa.factors',
		({ passkeySignIn, mfa }) => passkeySignIn.enabled === true && !mfa.factors.includes('WebAuthn')
	],
	[
		'single_sign_on',
		'singleSignOnEnabled',
		'single sign-on is not offered yet',
		({ singleSignOnEnabled }) => singleSignOnEnabled
	],
	[
		'social_sign_in',
		'socialSignInConnectorTargets',
		'social sign-in is not offered yet (Logto drops such targets in silence)',
		({ socialSignInConnectorTargets }) => socialSignInConnectorTargets.length > 0
	],
	[
		'sentinel_policy',
		'sentinelPolicy',
		'failures are slowed down by lockoutPolicy instead: set its thresholds and waits',
		({ sentinelPolicy }) => Object.keys(sentinelPolicy).length > 0
	],
	[
		'disposable_addresses',
		'emailBlocklistPolicy.blockDisposableAddresses',
		'no list of disposable domains is built in: name them in customBlocklist',
		({ emailBlocklistPolicy }) => emailBlocklistPolicy.blockDisposableAddresses === true
	],
	...pictures.map((picture): Asked => [
		'foreign_picture',
		`branding.${picture}`,
		'pages load nothing from other hosts: give a picture as a path on this origin or as data:image/…;base64,…',
		({ branding }) => /^https?:/.test(branding[picture] ?? '')
	]),
	[
		'custom_content',
		'customContent',
		'pages hold no content of others',
		({ customContent }) => Object.values(customContent).some(Boolean)
	]
];

export const notOfferedRules: Rule[] = asked.map(([flaw, field, promise, isAsked]) =>
	namedRule(flaw, field, promise, isAsked, 'request.feature_not_supported')
);
