// What the console's form actions do alike: read fields, ask the API, and give back what was typed with what is wrong.
import { fail } from '@sveltejs/kit';
import type { Refusal } from './api.ts';

export type Fields = Record<string, string>;
/** A secret that was typed is never part of it. */
export type Refused = { refusal: Refusal; values: Fields };

export async function readFields(request: Request): Promise<Fields> {
	const data = await request.formData();
	return Object.fromEntries([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function refused(refusal: Refusal, values: Fields = {}) {
	return fail(refusal.status, { refusal, values } satisfies Refused);
}

/** Whoever sits at the console may not be who signed in: the page asks them to sign in again. */
export function stale() {
	return fail(401, { isStale: true });
}

/** Lines of a text area: one address each. */
export function linesOf(text: string | undefined): string[] {
	return (text ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}
