// The draft of the sign-in experience as the API shows it.
import type { Settings } from '../contract/settings.ts';

export type Problem = { code: string; message: string; field: string; detail: string };
export type Difference = { field: string; before: unknown; after: unknown };
export type Draft = {
	settings: Settings;
	changes: Partial<Settings>;
	diff: Difference[];
	problems: Problem[];
	updatedAt: number | null;
};
export type Version = {
	id: string;
	kind: 'initial' | 'change' | 'publish' | 'restore';
	fields: string[];
	userId: string | null;
	createdAt: number;
};

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

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first problem of a field: its own sentence where it has one, else what must hold. */
export function problemAt(problems: Problem[], field: string): string | undefined {
	const found = problems.find((problem) => problem.field === field || problem.field.startsWith(`${field}.`));
	return found && sentenceOf(found);
}

export function sentenceOf({ code, message, detail }: Problem): string {
	return code === 'guard.invalid_input' ? detail : message;
}
