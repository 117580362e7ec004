// Where on the page of the sign-in experience a setting is changed. What has no place is told above it.
import type { DraftProblem } from '../contract/settings-draft.ts';
import { isWithin } from './experience.ts';

export const settingTabs = ['ways', 'factors', 'names', 'passwords', 'brand', 'content'] as const;
export type SettingTab = (typeof settingTabs)[number];

const fieldsOf: Record<SettingTab, string[]> = {
	ways: ['signInMode', 'signUp', 'signIn', 'forgotPasswordMethods', 'browserMemory'],
	factors: ['mfa.factors', 'mfa.policy', 'passkeySignIn'],
	names: ['usernamePolicy', 'emailBlocklistPolicy.customBlocklist', 'emailBlocklistPolicy.customAllowlist'],
	passwords: ['passwordPolicy', 'passwordExpiration'],
	brand: [
		...['name', 'logoUrl', 'darkLogoUrl', 'favicon', 'artworkUrl', 'artworkColor'].map((key) => `branding.${key}`),
		'customCss'
	],
	content: ['termsOfUseUrl', 'privacyPolicyUrl', 'languageInfo', 'supportEmail', 'supportWebsiteUrl']
};

export function tabOf({ field }: DraftProblem): SettingTab | undefined {
	return settingTabs.find((tab) => fieldsOf[tab].some((known) => isWithin(field, known)));
}
