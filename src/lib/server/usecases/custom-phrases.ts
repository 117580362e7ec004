// Words of the tenant's own, which pages say instead of the built-in ones.
import type { CustomPhrasesAnswer } from '../../contract/custom-phrases.ts';
import { languages } from '../../contract/languages.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { MachineCaller, Phrases, Services } from './ports.ts';
import { recordChange } from './record-change.ts';

type Needs = Pick<Services, 'store' | 'clock'>;

export async function listPhrases({ store }: Pick<Services, 'store'>): Promise<Result<CustomPhrasesAnswer[]>> {
	return ok((await store.phrases.list()).map(({ languageTag, phrases }) => show(languageTag, phrases)));
}

export async function readPhrases(
	{ store }: Pick<Services, 'store'>,
	languageTag: string
): Promise<Result<CustomPhrasesAnswer>> {
	const phrases = await store.phrases.find(languageTag);
	return phrases ? ok(show(languageTag, phrases)) : unknown(languageTag);
}

/** `builtIn` is the catalogue of that language: only what it has can be said otherwise, with the same names in braces. */
export async function writePhrases(
	{ store, clock }: Needs,
	caller: MachineCaller,
	{ languageTag, phrases, builtIn }: { languageTag: string; phrases: Phrases; builtIn: Record<string, unknown> }
): Promise<Result<CustomPhrasesAnswer & { outcome: 'created' | 'replaced' }>> {
	if (!languages.some(({ code }) => code === languageTag)) {
		const data = { field: 'languageTag', detail: `is none of ${languages.map(({ code }) => code).join(' ')}` };
		return refuse('guard.invalid_input', { data });
	}
	const issues = Object.entries(phrases).flatMap(([key, words]) => {
		const flaw = findFlaw(words, Object.hasOwn(builtIn, key) ? builtIn[key] : undefined);
		return flaw ? [{ path: key, message: flaw }] : [];
	});
	if (issues.length > 0) return refuse('localization.invalid_translation_structure', { data: { issues } });
	const outcome = await store.phrases.put(languageTag, phrases);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Phrases.Update');
	return ok({ ...show(languageTag, phrases), outcome });
}

/** The built-in words are said again. */
export async function dropPhrases(
	{ store, clock }: Needs,
	caller: MachineCaller,
	languageTag: string
): Promise<Result<undefined>> {
	if (!(await store.phrases.remove(languageTag))) return unknown(languageTag);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Phrases.Delete');
	return ok();
}

function findFlaw(words: string, builtIn: unknown): string | undefined {
	if (builtIn === undefined) return 'is no text of the pages';
	const known = namesIn(JSON.stringify(builtIn));
	const unknown = namesIn(words).find((name) => !known.includes(name));
	return unknown && `has {${unknown}}; known there: ${known.map((name) => `{${name}}`).join(' ') || 'none'}`;
}

function namesIn(text: string): string[] {
	return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function show(languageTag: string, translation: Phrases): CustomPhrasesAnswer {
	return { tenantId: 'default', languageTag, translation };
}

function unknown(id: string) {
	return refuse('entity.not_found', { data: { id } });
}
