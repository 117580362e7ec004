// The further fields that sign-up asks for: what a form posts of them, and what was refused.
import type { ProblemCode } from '../../contract/problems.ts';
import type { ProfileField } from '../../contract/settings/profile-fields.ts';

/** A form is flat: `fullname.givenName` is a part, and a box that is not ticked is not posted. */
export function readValues(posted: Record<string, string>, fields: ProfileField[]): Record<string, unknown> {
	return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, posted)]));
}

function valueOf(field: ProfileField, posted: Record<string, string>): unknown {
	if (field.type === 'Checkbox') return field.name in posted ? 'true' : 'false';
	if (field.type !== 'Address' && field.type !== 'Fullname') return posted[field.name] ?? '';
	const parts: { name: string; enabled: boolean }[] = field.config.parts;
	const given = parts
		.filter(({ enabled }) => enabled)
		.map(({ name }) => [name, posted[`${field.name}.${name}`] ?? ''] as const)
		.filter(([, value]) => value.trim() !== '');
	return given.length > 0 || field.required ? Object.fromEntries(given) : undefined;
}

/** The other way round: what an account has, as a form would have posted it. */
export function toPosted(values: Record<string, unknown>, fields: ProfileField[]): Record<string, string> {
	return Object.fromEntries(
		fields.flatMap(({ name, type }): [string, string][] => {
			const value = values[name];
			if (value === undefined || value === null || (type === 'Checkbox' && value !== true)) return [];
			if (typeof value !== 'object') return [[name, String(value)]];
			return Object.entries(value).map(([part, text]) => [`${name}.${part}`, String(text)]);
		})
	);
}

export type Flaw = { path: string; code: string };

/** By the names of the form's inputs. */
export function flawsIn(problem: { code: ProblemCode; data?: Record<string, unknown> } | undefined): Flaw[] {
	const issues = problem?.code === 'guard.invalid_input' ? problem.data?.issues : undefined;
	return Array.isArray(issues) ? (issues as Flaw[]) : [];
}
