// What the first page says of an account, as far as the settings let its owner see it.
import type { AccountCenterAnswer } from '../contract/account/center.ts';
import { accountClientId } from '../contract/account/access.ts';
import type { MyFactors } from '../contract/account/factors.ts';
import type { MyAccount } from '../contract/account/profile.ts';
import type { MyGrants, MySessions } from '../contract/account/sessions.ts';
import type { MyTrustedDevices } from '../contract/account/trusted-devices.ts';
import { formatPhone } from '../contract/identifier.ts';
import type { PublicSettings } from '../contract/settings.ts';
import type { AccountField } from '../contract/settings/account-center.ts';

type Facts = {
	me: MyAccount;
	center: AccountCenterAnswer;
	factors?: MyFactors;
	trusted?: MyTrustedDevices;
	sessions?: MySessions;
	grants?: MyGrants;
	settings: PublicSettings;
};

export function overviewOf({ me, center, factors, trusted = [], sessions, grants, settings }: Facts) {
	const shows = (field: AccountField) => center.fields[field] !== 'Off';
	const hasFactors = (shows('mfa') || shows('passkey')) && (offersFactors(settings) || (factors ?? []).length > 0);
	return {
		who: nameOf(me),
		hasProfile: (['name', 'avatar', 'username', 'profile'] as const).some(shows),
		email: shows('email') ? contactOf(me, 'email') : undefined,
		phone: shows('phone') ? contactOf(me, 'phone') : undefined,
		password: me.hasPassword === undefined ? undefined : { isSet: me.hasPassword },
		factors: hasFactors ? [...new Set((factors ?? []).map(({ type }) => type))] : undefined,
		// They are listed on the page of the factors.
		trusted: hasFactors || trusted.length === 0 ? undefined : trusted.length,
		sessions: sessions?.sessions.length,
		applications: grants && shownGrants(grants).length
	};
}

/** As people recognise their account. */
export function nameOf({ name, username, primaryEmail, primaryPhone, id }: MyAccount): string {
	return name || username || primaryEmail || (primaryPhone ? formatPhone(primaryPhone) : id);
}

/** As they sign in, in the form that the sign-in pages show: what password managers keep a password under. */
export function loginOf({ username, primaryEmail, primaryPhone }: MyAccount): string | undefined {
	return username ?? primaryEmail ?? (primaryPhone ? formatPhone(primaryPhone) : undefined);
}

export function contactOf({ primaryEmail, primaryPhone, unproven }: MyAccount, type: 'email' | 'phone') {
	const value = type === 'email' ? primaryEmail : primaryPhone && formatPhone(primaryPhone);
	return { value: value ?? undefined, isUnproven: unproven?.includes(type) };
}

/** Other hosts would learn who looks at their account, and the pages load nothing from them. */
export function pictureOn(origin: string, avatar: string | null | undefined): string | undefined {
	return avatar?.startsWith(`${origin}/`) ? avatar : undefined;
}

export function offersFactors({ mfa }: PublicSettings): boolean {
	return mfa.factors.some((type) => ['Totp', 'WebAuthn', 'BackupCode'].includes(type));
}

/** This very page is none of the applications. */
export function shownGrants({ grants }: MyGrants): MyGrants['grants'] {
	return grants.filter(({ application }) => application.id !== accountClientId);
}
