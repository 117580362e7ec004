// What differs between two states of the settings, value by value, in the words that the page has for them.
import type { Difference } from '../contract/settings-draft.ts';
import type { Words } from './words.ts';

export type SettingChange = {
	/** As the API names it. */
	path: string;
	/** Undefined where this page has no place for it. */
	label: string | undefined;
	before: string;
	after: string;
};

type Say = Words['experience'];

/** Lists are one value: their order counts. */
export function settingChanges(diff: Difference[], say: Say): SettingChange[] {
	return diff
		.flatMap(({ field, before, after }) => leaves(field, before, after))
		.map(({ path, before, after }) => ({
			path,
			label: labelOf(path, say),
			before: told(path, before, say),
			after: told(path, after, say)
		}));
}

function leaves(path: string, before: unknown, after: unknown): { path: string; before: unknown; after: unknown }[] {
	if (JSON.stringify(before) === JSON.stringify(after)) return [];
	if (!isObject(before) || !isObject(after)) return [{ path, before, after }];
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return keys.flatMap((key) => leaves(`${path}.${key}`, before[key], after[key]));
}

function labelOf(path: string, say: Say): string | undefined {
	const [field = '', key = '', part = ''] = path.split('.');
	const labels: Record<string, string | undefined> = {
		signInMode: say.mode,
		'signUp.identifiers': say.identifier,
		'signUp.secondaryIdentifiers': say.besides,
		'signUp.verify': say.verify,
		'signUp.password': say.createPassword,
		'signIn.methods': say.signIn,
		forgotPasswordMethods: say.forgot,
		'mfa.factors': say.secondStep,
		'mfa.policy': say.factorPolicy,
		'passkeySignIn.enabled': say.passkeyEnabled,
		'passkeySignIn.showPasskeyButton': say.passkeyButton,
		'passkeySignIn.allowAutofill': say.passkeyAutofill,
		'usernamePolicy.minLength': `${say.usernames}: ${say.shortest}`,
		'usernamePolicy.maxLength': `${say.usernames}: ${say.longest}`,
		'usernamePolicy.caseSensitive': say.caseSensitive,
		'emailBlocklistPolicy.blockSubaddressing': say.subaddressing,
		'passwordPolicy.length': say.minLength,
		'passwordPolicy.characterTypes': say.types,
		'passwordExpiration.enabled': say.expires,
		'passwordExpiration.validPeriodDays': say.expiresAfter,
		'color.primaryColor': say.primary,
		'color.darkPrimaryColor': say.darkPrimary,
		'color.isDarkModeEnabled': say.dark,
		'branding.name': say.name,
		'branding.logoUrl': say.logo,
		'branding.darkLogoUrl': say.darkLogo,
		'branding.favicon': say.favicon,
		'branding.artworkUrl': say.artwork,
		'branding.artworkColor': say.artworkColour,
		'branding.cornerRadius': say.radius,
		customCss: say.css,
		termsOfUseUrl: say.termsUrl,
		privacyPolicyUrl: say.privacyUrl,
		agreeToTermsPolicy: say.agree,
		'languageInfo.autoDetect': say.autoDetect,
		'languageInfo.fallbackLanguage': say.fallback,
		supportEmail: say.supportEmail,
		supportWebsiteUrl: say.supportUrl
	};
	const rejects: Record<string, string> = {
		pwned: say.pwned,
		repetitionAndSequence: say.repetition,
		userInfo: say.userInfo,
		words: say.words
	};
	if (field === 'passwordPolicy' && key === 'rejects') return rejects[part];
	if (field === 'usernamePolicy' && key === 'allowedChars') return named(say.characterNames, part);
	if (field === 'emailBlocklistPolicy' && key in say.addressLists) return named(say.addressLists, key);
	return labels[`${field}.${key}`] ?? labels[field];
}

function told(path: string, value: unknown, say: Say): string {
	if (value === undefined || value === null || value === '') return say.unset;
	if (typeof value === 'boolean') return value ? say.yes : say.no;
	if (Array.isArray(value))
		return value.length === 0 ? say.unset : value.map((one) => toldOf(path, one, say)).join(', ');
	return toldOf(path, value, say);
}

function toldOf(path: string, value: unknown, say: Say): string {
	if (isObject(value) && typeof value.identifier === 'string') {
		const { identifier, password, verificationCode } = value;
		const ways = [...(password === true ? [say.password] : []), ...(verificationCode === true ? [say.code] : [])];
		const name = named(say.identifiers, identifier) ?? identifier;
		return ways.length > 0 ? `${name} (${ways.join(', ')})` : name;
	}
	if (typeof value !== 'string') return JSON.stringify(value, null, 1);
	const choices: Record<string, Record<string, string>> = {
		signInMode: say.modes,
		'signUp.identifiers': say.identifiers,
		'mfa.factors': say.factorNames,
		'mfa.policy': say.factorPolicies,
		forgotPasswordMethods: say.factorNames,
		agreeToTermsPolicy: say.agreements
	};
	return named(choices[path] ?? {}, value) ?? value;
}

function named(names: Record<string, string>, name: string): string | undefined {
	return Object.hasOwn(names, name) ? names[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
