// The sign-in experience: what is offered, to whom, and how it looks (the object of GET /api/sign-in-exp).
import { z } from 'zod';
import { accountCenterSetting } from './settings/account-center.ts';
import { brandingSettings } from './settings/branding.ts';
import { policySettings } from './settings/policies.ts';
import { profileFieldSettings, type ProfileField } from './settings/profile-fields.ts';
import { signInSettings } from './settings/sign-in.ts';

export { signInMethod } from './settings/sign-in.ts';

export const settings = z.object({
	id: z.literal('default').default('default'),
	...brandingSettings,
	...signInSettings,
	...policySettings,
	...profileFieldSettings,
	/** `/api/account-center` under Logto's name. */
	accountCenter: accountCenterSetting.prefault({})
});

export type Settings = z.infer<typeof settings>;
export const defaultSettings: Settings = settings.parse({});

/**
 * What a store holds may be of an older shape: what is missing gets its default. What is no longer acceptable gets it
 * too, and is named, since one bad field must not lock everybody out.
 */
export function parseStoredSettings(stored: unknown): { settings: Settings; unreadable: string[] } {
	const parsed = settings.safeParse(stored ?? {});
	if (parsed.success) return { settings: parsed.data, unreadable: [] };
	const unreadable = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
	const readable = Object.entries(stored as object).filter(([name]) => !unreadable.includes(name));
	const rest = settings.safeParse(Object.fromEntries(readable));
	return { settings: rest.success ? rest.data : defaultSettings, unreadable };
}

/** Limits and rules that help nobody but who wants to get around them, and what no page of a sign-in needs. */
export const engineOnly = [
	'sendPolicy',
	'lockoutPolicy',
	'emailBlocklistPolicy',
	'forgotPasswordMethods',
	'accountCenter',
	'trustedDevice'
] as const;

/** What pages may know: GET /api/.well-known/sign-in-exp. */
export type PublicSettings = Omit<Settings, (typeof engineOnly)[number]> & {
	/** Those that sign-up asks for, in that order. */
	customProfileFields: ProfileField[];
	/** All there are: the account page takes its own from them. */
	customProfileFieldCatalog: ProfileField[];
	forgotPassword: { phone: boolean; email: boolean };
	socialConnectors: unknown[];
	ssoConnectors: unknown[];
	isDevelopmentTenant: boolean;
};
