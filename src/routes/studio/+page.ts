// The studio speaks as the console does.
import { loadWords, stateName } from '$lib/console/words.ts';
import type { Names } from '$lib/studio/words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const words = await loadWords(data.locale);
	const names: Names = {
		screen: (name) => words.screens[name] ?? name,
		state: (screen, state) => stateName(words, screen, state)
	};
	return { ...data, names };
};
