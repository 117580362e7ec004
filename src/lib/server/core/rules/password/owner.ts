// Whose password it will be: neither a username nor where they are reached may be it, whichever was said first at sign-up.
import { splitPhone } from '../../../../contract/identifier.ts';
import type { Identifier } from '../../../../contract/schemas.ts';
import type { Problem } from '../../../../contract/problems.ts';
import type { Interaction, StagedProfile } from '../../interaction/state.ts';
import { isVerified } from '../verifications.ts';

export type Person = Pick<StagedProfile, 'username' | 'primaryEmail' | 'primaryPhone' | 'name'>;

/** What the account has, what it is to get, and what was proven here and may be added to it next. */
export function ownerOf({ profile = {}, verifications }: Interaction, user?: Person): Person {
	const proven = verifications.filter(isVerified).map(({ identifier }) => identifier);
	const heldBy = (type: Identifier['type']) => proven.find((identifier) => identifier.type === type)?.value;
	return {
		username: user?.username ?? profile.username,
		primaryEmail: user?.primaryEmail ?? profile.primaryEmail ?? heldBy('email'),
		primaryPhone: user?.primaryPhone ?? profile.primaryPhone ?? heldBy('phone'),
		name: user?.name ?? profile.name
	};
}

export function contactsIn({ primaryEmail, primaryPhone }: StagedProfile): Identifier[] {
	return [
		...(primaryEmail === undefined ? [] : [{ type: 'email', value: primaryEmail } as const]),
		...(primaryPhone === undefined ? [] : [{ type: 'phone', value: primaryPhone } as const])
	];
}

/**
 * What somebody may have chosen as a password before they said who they are. All that is left of it is a digest, so these
 * are the ways in which people write it; what is decorated with digits is found only while the password is known.
 */
export function waysToWrite({ type, value }: Identifier): string[] {
	const forms = { username: [value], email: [value, value.split('@')[0] ?? value], phone: phoneForms(value) }[type];
	return [...new Set(forms.flatMap((form) => [form, form.toLowerCase()]))];
}

/** With and without its country code. */
function phoneForms(digits: string): string[] {
	return [digits, `+${digits}`, splitPhone(`+${digits}`)?.national.replace(/\D/g, '') ?? digits];
}

export const isOwnName: Problem = {
	code: 'password.rejected',
	issues: [{ code: 'password_rejected.restricted.user_info' }]
};
