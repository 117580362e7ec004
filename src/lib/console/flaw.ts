// Which field a refusal is about, and what is wrong with it: the problem's data, as the API names it.
import type { Refusal } from './api.ts';

export type Flaw = { field: string; text: string };

/** The sentence of the API stands beside the field; what was refused in particular comes first. */
export function flawOf(refusal: Refusal | undefined): Flaw | undefined {
	const { field, uri, detail } = (isObject(refusal?.data) ? refusal.data : {}) as Record<string, unknown>;
	if (!refusal || typeof field !== 'string') return undefined;
	const subject = typeof uri === 'string' ? `${uri}: ` : '';
	return { field, text: `${subject}${typeof detail === 'string' ? detail : refusal.message}` };
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
