// What somebody fills in at sign-up besides identifiers: checked against the catalogue, then put where it belongs.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import { fullnameParts } from '../../../contract/settings/profile-fields.ts';
import type { User } from '../user.ts';
import { profileFieldsAtSignUp } from './policy.ts';
import { checkProfileValue, isBlank, type Flaw } from './profile-value.ts';

export type ExtraProfile = Pick<User, 'name' | 'avatar' | 'profile' | 'customData'>;

/** Claims of OpenID Connect that a field of the same name fills; every other field is custom data. */
export const profileClaims: readonly string[] = [
	...fullnameParts,
	...['nickname', 'profile', 'website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'address']
];

/** Only what sign-up asks for is taken: no other name can be written this way, least of all an identifier. */
export function readExtraProfile(values: Record<string, unknown>, settings: Settings): Result<ExtraProfile> {
	const fields = profileFieldsAtSignUp(settings);
	const asked = new Set(fields.map(({ name }) => name));
	const flaws: (Flaw | { path: string; code: 'unrecognized' })[] = Object.keys(values)
		.filter((name) => !asked.has(name))
		.map((path) => ({ path, code: 'unrecognized' }));
	const extra: ExtraProfile = { profile: {}, customData: {} };
	for (const field of fields) {
		const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
		if (isBlank(value)) {
			if (field.required) flaws.push({ path: field.name, code: 'required' });
			continue;
		}
		const checked = checkProfileValue(value, field);
		if ('flaws' in checked) flaws.push(...checked.flaws);
		else place(extra, field.name, checked.value);
	}
	// Where and why, never what: the values are personal.
	return flaws.length > 0 ? refuse('guard.invalid_input', { data: { issues: flaws } }) : ok(extra);
}

function place(extra: ExtraProfile, name: string, value: unknown): void {
	if (name === 'name' || name === 'avatar') extra[name] = String(value);
	else if (name === 'fullname') Object.assign(extra.profile, value);
	else if (profileClaims.includes(name)) extra.profile[name] = value;
	else extra.customData[name] = value;
}
