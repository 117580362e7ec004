// The draft of the sign-in experience: what it says otherwise, and what is wrong with it, in the console's words.
import type { DraftProblem, SettingsProblem } from '../contract/settings-draft.ts';
import type { Settings } from '../contract/settings.ts';
import type { Refusal } from './api.ts';
import type { Words } from './words/en.ts';

/** Objects are merged into what is in force, where null takes a part away. */
export type Changes = Partial<Record<keyof Settings, unknown>>;

/** What a draft says otherwise than what is in force. */
export function changesOf(live: Settings, draft: Settings): Changes {
	const names = Object.keys(draft) as (keyof Settings)[];
	const changed = names.filter((name) => JSON.stringify(live[name]) !== JSON.stringify(draft[name]));
	return Object.fromEntries(
		changed.map((name) => [name, name === 'customContent' ? draft[name] : changeOf(live[name], draft[name])])
	);
}

function changeOf(live: unknown, draft: unknown): unknown {
	if (!isObject(live) || !isObject(draft)) return draft;
	const gone = Object.keys(live).filter((key) => draft[key] === undefined);
	return { ...draft, ...Object.fromEntries(gone.map((key) => [key, null])) };
}

/** Values that no setting of their name can have, each with its path. */
export function problemsIn({ code, message, data }: Refusal): DraftProblem[] {
	const { issues = [], field, detail } = (isObject(data) ? data : {}) as Partial<Record<string, unknown>>;
	const given =
		Array.isArray(issues) && issues.length > 0 ? issues.filter(isObject) : [{ path: field, message: detail }];
	return given
		.filter(({ path }) => typeof path === 'string')
		.map((issue) => ({ code, message, field: String(issue.path), detail: String(issue.message), blocks: true }));
}

/** The first problem of a field, or of a part of it, in words. */
export function problemAt(problems: DraftProblem[], field: string, say: Words['experience']): string | undefined {
	const found = problems.find((problem) => isWithin(problem.field, field));
	return found && sentenceOf(found, say);
}

/** Of a field or of a part of it; `signInMode` is no part of `signIn`. */
export function isWithin(path: string, field: string): boolean {
	return path === field || path.startsWith(`${field}.`);
}

/** A rule is said by its own name, a value by what belongs into its field, everything else by the API. */
export function sentenceOf(problem: SettingsProblem, say: Words['experience']): string {
	const { code, message, field, flaw, line = 0, column = 0 } = problem;
	if (flaw) return flaw.startsWith('css_') ? say.flawAt(line, column, say.flaws[flaw]) : say.flaws[flaw];
	return code === 'guard.invalid_input' ? say.values[kindOf(field)] : message;
}

/** What belongs into a field, by its path. */
export function kindOf(field: string): keyof Words['experience']['values'] {
	if (/^branding\.\w*(logo|favicon|artwork)\w*Url$|^branding\.\w*favicon$/i.test(field)) return 'picture';
	if (/Color$/.test(field)) return 'colour';
	if (field === 'supportEmail') return 'email';
	if (/Url$/.test(field)) return 'link';
	if (field === 'customCss') return 'css';
	return /min|max|days|radius/i.test(field) ? 'number' : 'other';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
