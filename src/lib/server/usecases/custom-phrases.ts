// Words of the tenant's own, which pages say instead of the built-in ones.
import type { CustomPhrasesAnswer } from '../../contract/custom-phrases.ts';
import { languages } from '../../contract/languages.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { MachineCaller, Phrases, Services } from './ports.ts';
import { changeRecorded } from './record-change.ts';

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

type Said<Words> = {
	languageTag: string;
	phrases: Record<string, Words>;
	/** The catalogue of that language: only what it has can be said otherwise, with the same names in braces. */
	builtIn: Record<string, unknown>;
};

export async function writePhrases(
	services: Needs,
	caller: MachineCaller,
	{ languageTag, phrases, builtIn }: Said<string>
): Promise<Result<CustomPhrasesAnswer & { outcome: 'created' | 'replaced' }>> {
	const acceptable = examine(languageTag, phrases, builtIn);
	if (!acceptable.ok) return acceptable;
	return changeRecorded(services, caller, 'Management.Phrases.Update', async (scope) => {
		const outcome = await scope.phrases.put(languageTag, phrases);
		return ok({ ...show(languageTag, phrases), outcome });
	});
}

/** Only the texts that are named; null says the built-in one again. */
export async function changePhrases(
	services: Needs,
	caller: MachineCaller,
	{ languageTag, phrases, builtIn }: Said<string | null>
): Promise<Result<CustomPhrasesAnswer>> {
	const isSaid = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null;
	const acceptable = examine(languageTag, Object.fromEntries(Object.entries(phrases).filter(isSaid)), builtIn);
	if (!acceptable.ok) return acceptable;
	return changeRecorded(services, caller, 'Management.Phrases.Update', async (scope) => {
		const after = await scope.phrases.change(languageTag, (before) =>
			Object.fromEntries(Object.entries({ ...before, ...phrases }).filter(isSaid))
		);
		return ok(show(languageTag, after));
	});
}

/** The built-in words are said again. */
export function dropPhrases(services: Needs, caller: MachineCaller, languageTag: string): Promise<Result<undefined>> {
	return changeRecorded<undefined>(services, caller, 'Management.Phrases.Delete', async ({ phrases }) =>
		(await phrases.remove(languageTag)) ? ok() : unknown(languageTag)
	);
}

function examine(languageTag: string, phrases: Phrases, builtIn: Record<string, unknown>): Result<undefined> {
	if (!languages.some(({ code }) => code === languageTag)) {
		const data = { field: 'languageTag', detail: `is none of ${languages.map(({ code }) => code).join(' ')}` };
		return refuse('guard.invalid_input', { data });
	}
	const issues = Object.entries(phrases).flatMap(([key, words]) => {
		const flaw = findFlaw(words, Object.hasOwn(builtIn, key) ? builtIn[key] : undefined);
		return flaw ? [{ path: key, ...flaw }] : [];
	});
	return issues.length > 0 ? refuse('localization.invalid_translation_structure', { data: { issues } }) : ok();
}

/** `flaw` is for whoever says it in words of their own. */
function findFlaw(words: string, builtIn: unknown): { flaw: string; message: string; name?: string } | undefined {
	if (builtIn === undefined) return { flaw: 'unknown_text', message: 'is no text of the pages' };
	const known = namesIn(JSON.stringify(builtIn));
	const unknown = namesIn(words).find((name) => !known.includes(name));
	if (!unknown) return undefined;
	const names = known.map((name) => `{${name}}`).join(' ') || 'none';
	return { flaw: 'unknown_name', name: unknown, message: `has {${unknown}}; known there: ${names}` };
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
