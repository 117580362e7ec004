// The console hydrates, unlike every page that people sign in on. Its words come in one language.
import { loadWords } from '$lib/console/words.ts';
import type { LayoutLoad } from './$types';

export const csr = true;

export const load: LayoutLoad = async ({ data }) => ({ ...data, words: await loadWords(data.consoleLocale) });
