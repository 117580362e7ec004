// The words of the console, in the languages that administrators read it in. Loaded one at a time.
import { getContext, setContext } from 'svelte';
import type { Words } from './words/en.ts';

export type { Words };
export type ConsoleLocale = 'en' | 'zh-CN';

const catalogues: Record<ConsoleLocale, () => Promise<{ words: Words }>> = {
	en: () => import('./words/en.ts'),
	'zh-CN': () => import('./words/zh-CN.ts')
};

/** Whoever reads neither gets English. */
export function consoleLocale(locale: string): ConsoleLocale {
	return /^zh\b/.test(locale) ? 'zh-CN' : 'en';
}

export async function loadWords(locale: ConsoleLocale): Promise<Words> {
	return (await catalogues[locale]()).words;
}

/** One state of a screen, by the names that the atlas has for them. */
export function stateName({ states }: Pick<Words, 'states'>, screen: string, state: string): string {
	return states[`${screen}/${state}`] ?? states[state] ?? state;
}

/** Foyer's own applications are nobody's to name. */
export function applicationName(words: Words, id: string, name?: string | null): string {
	const builtIn: Record<string, string> = { console: words.console, 'account-center': words.accountPage };
	return name ?? builtIn[id] ?? id;
}

const context = Symbol('words');

export function provideWords(words: Words): Words {
	return setContext(context, words);
}

export function useWords(): Words {
	return getContext<Words>(context);
}
