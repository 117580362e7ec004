// One fixture. Its look is in the address alone.
import { error } from '@sveltejs/kit';
import { pseudoLocale } from '$lib/experience/i18n/pseudo-locale.ts';
import { fixtures } from '$lib/experience/screens/fixtures.ts';
import { picturesFor } from '$lib/experience/theme/pictures.ts';
import { isDraft, readLook } from '$lib/studio/look.ts';
import { readDraftBrand } from '../../../draft-brand.ts';
import { readOwnBrand } from '../../../own-brand.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url, fetch, locals } = event;
	const { screen, state } = params;
	const isThere = Object.hasOwn(fixtures, screen) && Object.hasOwn(fixtures[screen]?.states ?? {}, state);
	if (!isThere) error(404);
	const draft = isDraft(url.searchParams) ? await readDraftBrand(event) : undefined;
	const { brand, look } = readLook(url.searchParams, draft?.brand ?? (await readOwnBrand(fetch)));
	locals.look = draft ? { ...look, isOwn: false, customCss: draft.customCss } : look;
	const { locale } = look;
	// A brand to try has no words of its own.
	const texts = look.isOwn ? await locals.phrases(locale === pseudoLocale.code ? 'en' : locale) : {};
	return { screen, state, brand: picturesFor(brand, look.color, look.theme), locale, texts };
};
