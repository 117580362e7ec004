// One fixture. Its look is in the address alone.
import { error } from '@sveltejs/kit';
import { fixtures } from '$lib/experience/screens/fixtures.ts';
import { readLook } from '$lib/studio/look.ts';
import { readOwnBrand } from '../../../own-brand.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { screen, state }, url, fetch, locals }) => {
	const isThere = Object.hasOwn(fixtures, screen) && Object.hasOwn(fixtures[screen]?.states ?? {}, state);
	if (!isThere) error(404);
	const { brand, look } = readLook(url.searchParams, await readOwnBrand(fetch));
	locals.look = look;
	return { screen, state, brand, locale: look.locale };
};
