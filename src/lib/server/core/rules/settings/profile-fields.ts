// Rules about the catalogue of profile fields and what sign-up takes from it.
import type { ProblemCode } from '../../../../contract/problems.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { ProfileField } from '../../../../contract/settings/profile-fields.ts';
import { profileClaims } from '../extra-profile.ts';
import { isSafePattern } from '../safe-pattern.ts';
import type { Rule } from './rule.ts';

/** Identifiers are proven, not filled in. */
const identifierNames = ['username', 'email', 'phone', 'primaryEmail', 'primaryPhone'];
/** Names that Logto's console keeps in custom data, and those that JavaScript gives a meaning. */
const systemNames = [
	...['userOnboarding', 'guideRequests', 'adminConsolePreferences', 'defaultTenantId'],
	...['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty']
];

export const profileFieldRules: Rule[] = [
	forEach('custom_profile_fields.name_exists', 'each field has a name of its own', (field, all) =>
		all.some((other) => other !== field && other.name === field.name)
	),
	forEach(
		'custom_profile_fields.conflicted_sign_in_identifier',
		'identifiers are proven at sign-up, not filled in',
		({ name }) => identifierNames.includes(name)
	),
	forEach(
		'custom_profile_fields.conflicted_built_in_profile_key',
		'preferredUsername is the username; claims of OpenID Connect are text; "address" and "fullname" are types of their own',
		({ name, type }) =>
			name === 'preferredUsername' ||
			(name === 'address') !== (type === 'Address') ||
			(name === 'fullname') !== (type === 'Fullname') ||
			(name === 'avatar' && type !== 'Url') ||
			((name === 'name' || profileClaims.includes(name)) && (type === 'Number' || type === 'Checkbox'))
	),
	forEach('custom_profile_fields.conflicted_custom_data_key', 'this name is taken by the system', ({ name }) =>
		systemNames.includes(name)
	),
	forEach('custom_profile_fields.invalid_min_max_input', 'the least is no more than the most', isInverted),
	forEach('custom_profile_fields.invalid_options', 'each option has a value of its own', ({ type, config }) => {
		const values = type === 'Select' ? config.options.map(({ value }) => value) : [];
		return new Set(values).size < values.length;
	}),
	forEach(
		'custom_profile_fields.invalid_regex_format',
		'the pattern compiles, begins with ^ and cannot be made slow: at most three of * and +, none inside another, no (?=…)',
		({ type, config }) => type === 'Regex' && !isSafePattern(config.format)
	),
	forEach('custom_profile_fields.invalid_address_components', 'enable a part of the address, each part once', (field) =>
		hasBadParts(field, 'Address')
	),
	forEach('custom_profile_fields.invalid_fullname_components', 'enable a part of the name, each part once', (field) =>
		hasBadParts(field, 'Fullname')
	),
	takenFromCatalogue(
		'signUpProfileFields',
		'sign-up asks for fields of customProfileFields, each once',
		({ signUpProfileFields }) => signUpProfileFields
	),
	takenFromCatalogue(
		'accountCenter.profileFields',
		'the account page shows fields of customProfileFields, each once',
		({ accountCenter }) => accountCenter.profileFields
	)
];

function takenFromCatalogue(
	field: string,
	promise: string,
	read: (settings: Settings) => { name: string }[] | null
): Rule {
	return {
		code: 'custom_profile_fields.entity_not_exists_with_names',
		promise,
		breach(settings) {
			const names = (read(settings) ?? []).map(({ name }) => name);
			const wrong = names.filter(
				(name, index) => names.indexOf(name) < index || !settings.customProfileFields.some((one) => one.name === name)
			);
			return wrong.length > 0 ? { field, data: { names: wrong } } : undefined;
		}
	};
}

/** A rule about each field of the catalogue, which names the first that breaks it. */
function forEach(
	code: ProblemCode,
	promise: string,
	isBroken: (field: ProfileField, all: ProfileField[]) => boolean
): Rule {
	return {
		code,
		promise,
		breach({ customProfileFields: all }) {
			const broken = all.find((field) => isBroken(field, all));
			return broken && { field: 'customProfileFields', data: { name: broken.name } };
		}
	};
}

function isInverted({ type, config }: ProfileField): boolean {
	if (type === 'Number') return (config?.minValue ?? -Infinity) > (config?.maxValue ?? Infinity);
	if (type === 'Text') return isInvertedText(config);
	return (type === 'Address' || type === 'Fullname') && config.parts.some((part) => isInvertedText(part.config));
}

function isInvertedText({ minLength = 0, maxLength = Infinity }: { minLength?: number; maxLength?: number } = {}) {
	return minLength > maxLength;
}

function hasBadParts(field: ProfileField, type: 'Address' | 'Fullname'): boolean {
	if (field.type !== type) return false;
	const names = field.config.parts.filter(({ enabled }) => enabled).map(({ name }) => name as string);
	return names.length === 0 || new Set(names).size < names.length;
}
