// One value of a profile field: how it is kept, or what is wrong with it.
import type { ProfileField } from '../../../contract/settings/profile-fields.ts';
import { isSafePattern, longestMatched } from './safe-pattern.ts';

export type Flaw = { path: string; code: 'required' | 'invalid_type' | 'invalid_value' | 'too_small' | 'too_big' };
type Checked = { value: unknown } | { flaws: Flaw[] };
type Check<Type extends ProfileField['type']> = (
	value: unknown,
	field: Extract<ProfileField, { type: Type }>
) => Checked | Flaw['code'];

const longestText = 256;
const longestAddress = 2048;

const checks: { [Type in ProfileField['type']]: Check<Type> } = {
	Text: (value, { config }) => checkText(value, config),

	Number(value, { config: { minValue = -Infinity, maxValue = Infinity } = {} }) {
		// A form posts text.
		const number = typeof value === 'string' && value.trim() ? Number(value) : value;
		if (typeof number !== 'number' || !Number.isFinite(number)) return 'invalid_type';
		if (number < minValue) return 'too_small';
		return number > maxValue ? 'too_big' : { value: number };
	},

	/** ISO 8601, as a date field of a browser posts it, however the page shows it. */
	Date(value) {
		if (typeof value !== 'string') return 'invalid_type';
		const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN;
		// 30 February parses as 1 March.
		return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? { value } : 'invalid_value';
	},

	Checkbox(value) {
		if (value === true || value === 'true') return { value: true };
		return value === false || value === 'false' ? { value: false } : 'invalid_type';
	},

	Select: (value, { config }) =>
		config.options.some((option) => option.value === value) ? { value } : 'invalid_value',

	Url(value) {
		if (typeof value !== 'string') return 'invalid_type';
		if (value.length > longestAddress) return 'too_big';
		const url = URL.parse(value.trim());
		return url && /^https?:$/.test(url.protocol) ? { value: url.href } : 'invalid_value';
	},

	Regex(value, { config: { format } }) {
		if (typeof value !== 'string') return 'invalid_type';
		if (value.length > longestMatched) return 'too_big';
		return isSafePattern(format) && new RegExp(format).test(value) ? { value } : 'invalid_value';
	},

	Address: (value, { config }) => checkParts(value, config.parts),
	Fullname: (value, { config }) => checkParts(value, config.parts)
};

export function checkProfileValue(value: unknown, field: ProfileField): Checked {
	// TypeScript cannot see that a field's type picks the check for that very field.
	const check = checks[field.type] as (value: unknown, field: never) => Checked | Flaw['code'];
	const checked = check(value, field as never);
	return typeof checked === 'string' ? { flaws: [{ path: field.name, code: checked }] } : prefixed(checked, field.name);
}

/** An empty field of a form is one that was not filled in. */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function checkText(
	value: unknown,
	{ minLength = 0, maxLength = longestText }: Bounds = {}
): { value: string } | Flaw['code'] {
	if (typeof value !== 'string') return 'invalid_type';
	const text = value.trim().normalize('NFC');
	if (/\p{Cc}/u.test(text)) return 'invalid_value';
	const length = [...text].length;
	if (length < minLength) return 'too_small';
	return length > maxLength ? 'too_big' : { value: text };
}

type Bounds = { minLength?: number; maxLength?: number };
type Part = { name: string; enabled: boolean; required: boolean; config?: Bounds };

function checkParts(value: unknown, parts: Part[]): Checked | Flaw['code'] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'invalid_type';
	const given = value as Record<string, unknown>;
	const offered = parts.filter(({ enabled }) => enabled);
	const kept: Record<string, string> = {};
	const flaws: Flaw[] = Object.keys(given)
		.filter((name) => !offered.some((part) => part.name === name))
		.map((path) => ({ path, code: 'invalid_value' }));
	for (const { name, required, config } of offered) {
		if (isBlank(given[name])) {
			if (required) flaws.push({ path: name, code: 'required' });
			continue;
		}
		const checked = checkText(given[name], config);
		if (typeof checked === 'string') flaws.push({ path: name, code: checked });
		else kept[name] = checked.value;
	}
	return flaws.length > 0 ? { flaws } : { value: kept };
}

function prefixed(checked: Checked, name: string): Checked {
	if ('value' in checked) return checked;
	return { flaws: checked.flaws.map(({ path, code }) => ({ path: `${name}.${path}`, code })) };
}
