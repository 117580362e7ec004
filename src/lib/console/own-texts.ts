// The texts that pages say in the tenant's own words, by language: for previews, and to tell what is said in some alone.
import { locales } from '../experience/i18n/locale.ts';
import type { Manage } from './api.ts';
import { consoleFetch } from './console-fetch.svelte.ts';

export type OwnTexts = Record<string, Record<string, string>>;
export type MissingText = { key: string; said: string[]; missing: string[] };

export async function readOwnTexts(api: Manage): Promise<OwnTexts> {
	const all = await api.get<{ languageTag: string; translation: Record<string, string> }[]>('custom-phrases');
	return Object.fromEntries(all.map(({ languageTag, translation }) => [languageTag, translation]));
}

/** Pages offer every language; where a text is missing they say the built-in one. `first` leads: the fallback. */
export function missingTexts(own: OwnTexts, first: string): MissingText[] {
	const codes = locales.map(({ code }) => code).sort((one, other) => Number(other === first) - Number(one === first));
	const keys = [...new Set(Object.values(own).flatMap((texts) => Object.keys(texts)))].sort();
	return keys
		.map((key) => {
			const isSaid = (code: string) => Object.hasOwn(own[code] ?? {}, key);
			return { key, said: codes.filter(isSaid), missing: codes.filter((code) => !isSaid(code)) };
		})
		.filter(({ said, missing }) => said.length > 0 && missing.length > 0);
}

/** The built-in text again, everywhere or in one language. False where it stays as it was. */
export async function forgetText(key: string, language?: string): Promise<boolean> {
	const query = new URLSearchParams({ key, ...(language && { language }) });
	const answer = await consoleFetch(`/console/texts/own?${query}`, { method: 'DELETE' }).catch(() => undefined);
	return answer?.ok ?? false;
}

/** What is left of all of them then. */
export function withoutText(own: OwnTexts, key: string, language?: string): OwnTexts {
	const left = ([code, texts]: [string, Record<string, string>]) => {
		const { [key]: forgotten, ...rest } = texts;
		return [code, forgotten === undefined || (language && language !== code) ? texts : rest] as const;
	};
	return Object.fromEntries(Object.entries(own).map(left));
}
