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

/** What a draft says otherwise than what is in force. */
export function changesOf(live: Settings, draft: Settings): Partial<Settings> {
	const names = Object.keys(draft) as (keyof Settings)[];
	const changed = names.filter((name) => JSON.stringify(live[name]) !== JSON.stringify(draft[name]));
	return Object.fromEntries(changed.map((name) => [name, draft[name]]));
}

/** The first problem of a field: its own sentence where it has one, else what must hold. */
export function problemAt(problems: Problem[], field: string): string | undefined {
	const found = problems.find((problem) => problem.field === field || problem.field.startsWith(`${field}.`));
	return found && sentenceOf(found);
}

export function sentenceOf({ code, message, detail }: Problem): string {
	return code === 'guard.invalid_input' ? detail : message;
}
