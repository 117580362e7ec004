// Which field a refusal is about, and what is wrong with it: the problem's data, as the API names it.
import type { Refusal } from './api.ts';

export type Flaw = { field: string; text: string };

/** The sentence of the API stands beside the field; what was refused in particular comes first. `flaws`: by their name. */
export function flawOf(refusal: Refusal | undefined, flaws: Record<string, string> = {}): Flaw | undefined {
	const { field, uri, flaw } = (isObject(refusal?.data) ? refusal.data : {}) as Record<string, unknown>;
	if (!refusal || typeof field !== 'string') return undefined;
	const known = typeof flaw === 'string' ? flaws[flaw] : undefined;
	const subject = typeof uri === 'string' ? `${uri} ` : '';
	return { field, text: `${subject}${known ?? refusal.message}` };
}

/** Several at once, by the first step of their path: what a configuration lacks. `flaws` says them by the API's sentence, by name or by code. */
export function flawsOf(refusal: Refusal | undefined, flaws: Record<string, string> = {}): Record<string, string> {
	const issues = isObject(refusal?.data) && Array.isArray(refusal.data.issues) ? refusal.data.issues : [];
	const found = issues.filter(isObject).map(({ path, flaw, code, message, name }) => {
		const text = flaws[String(message)] ?? flaws[String(flaw ?? code)] ?? String(message);
		return [String(path).split(/[.[]/)[0], text.replace('{name}', `{${String(name)}}`)];
	});
	return Object.fromEntries(found) as Record<string, string>;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
