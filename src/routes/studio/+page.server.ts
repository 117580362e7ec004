// Which screens and states there are. Whether somebody may look is decided before, in the hooks.
import { consoleLocale } from '$lib/console/words.ts';
import { listScreens } from '$lib/studio/screen-list.ts';
import { readOwnBrand } from './own-brand.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
	const { color } = await readOwnBrand(fetch);
	const locale = consoleLocale(locals.locale);
	locals.look = { locale, dir: 'ltr', theme: 'auto', color };
	return {
		locale,
		mayDraft: locals.console.read() !== undefined,
		screens: listScreens()
	};
};
