// The texts that pages say in the tenant's own words, by language: for previews, and to tell what is said in some alone.
import { locales } from '../experience/i18n/locale.ts';
import type { Manage } from './api.ts';

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
