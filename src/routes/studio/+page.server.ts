// Which screens and states there are. Whether somebody may look is decided before, in the hooks.
import { listScreens } from '$lib/studio/screen-list.ts';
import { readOwnBrand } from './own-brand.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
	const { color } = await readOwnBrand(fetch);
	locals.look = { locale: 'en', dir: 'ltr', theme: 'auto', color };
	return {
		mayDraft: locals.console.read() !== undefined,
		screens: listScreens()
	};
};
