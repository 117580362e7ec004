// What people fill in besides identifiers, at sign-up and later: checked against the catalogue, then put where it belongs.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import { fullnameParts, type ProfileField } from '../../../contract/settings/profile-fields.ts';
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
	return readFields(values, profileFieldsAtSignUp(settings));
}

/**
 * What its owner sees at the account page, which has the others in fields of its own. Custom data belongs to applications:
 * of the catalogue people get what they were asked for themselves, and more only where it is named.
 */
export function ownProfileFields(settings: Settings): ProfileField[] {
	const { customProfileFields, accountCenter } = settings;
	const shown =
		accountCenter.profileFields?.flatMap(({ name }) => customProfileFields.filter((field) => field.name === name)) ??
		profileFieldsAtSignUp(settings);
	return shown.filter(({ name }) => !['name', 'avatar', 'locale'].includes(name));
}

/** As an account has them, by the names of the fields; what is not there has no value. */
export function ownValues({ profile, customData }: Pick<User, 'profile' | 'customData'>, fields: ProfileField[]) {
	const values = fields.map((field) => {
		const { name, type } = field;
		if (type === 'Fullname') return [name, pick(profile, partsOf(field))] as const;
		const value = profileClaims.includes(name) ? profile[name] : customData[name];
		return [name, type === 'Address' && isRecord(value) ? pick(value, partsOf(field)) : value] as const;
	});
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The fields in place of what an account had in them; a field that was emptied is gone, and what no field asks for stays. */
export function changeOwnFields(
	user: Pick<User, 'profile' | 'customData'>,
	values: Record<string, unknown>,
	fields: ProfileField[]
): Result<Pick<User, 'profile' | 'customData'>> {
	const read = readFields(values, fields);
	if (!read.ok) return read;
	const names = fields.flatMap((field) => (field.type === 'Fullname' ? partsOf(field) : [field.name]));
	const profile = { ...without(user.profile, names), ...read.value.profile };
	const address = fields.find(({ type }) => type === 'Address');
	if (address && isRecord(user.profile.address)) {
		const kept = { ...without(user.profile.address, partsOf(address)), ...(profile.address as object | undefined) };
		if (Object.keys(kept).length > 0) profile.address = kept;
	}
	return ok({ profile, customData: { ...without(user.customData, names), ...read.value.customData } });
}

/** Those that a form asks for: a full name and an address may have others from elsewhere. */
function partsOf({ type, config }: ProfileField): string[] {
	if (type !== 'Address' && type !== 'Fullname') return [];
	const parts: { name: string; enabled: boolean }[] = config.parts;
	return parts.filter(({ enabled }) => enabled).map(({ name }) => name);
}

function readFields(values: Record<string, unknown>, fields: ProfileField[]): Result<ExtraProfile> {
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

function pick(held: Record<string, unknown>, names: readonly string[]): Record<string, unknown> | undefined {
	const found = names.filter((name) => held[name] !== undefined).map((name) => [name, held[name]]);
	return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function without(held: Record<string, unknown>, names: string[]): Record<string, unknown> {
	return Object.fromEntries(Object.entries(held).filter(([name]) => !names.includes(name)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
