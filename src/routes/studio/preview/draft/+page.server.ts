// A drawing of settings that are not in force. They come with the request and go with the answer: nothing is kept.
import { fail } from '@sveltejs/kit';
import { defaultSettings } from '$lib/contract/settings.ts';
import { directionOf } from '$lib/experience/i18n/locale.ts';
import { picturesFor } from '$lib/experience/theme/pictures.ts';
import { readDrawing } from '$lib/studio/read-drawing.ts';
import { drawFirstScreen } from './first-screen.ts';
import type { Actions, PageServerLoad } from './$types';

const blank = { locale: 'en', dir: 'ltr', theme: 'auto', color: defaultSettings.color } as const;

export const load: PageServerLoad = ({ locals }) => {
	locals.look ??= blank;
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const text = String((await request.formData()).get('drawing') ?? '');
		const drawing = readDrawing(text);
		if (!drawing) return fail(400);
		const { screen, state, locale, theme, texts } = drawing;
		const settings = { ...defaultSettings, ...drawing.settings };
		const { branding, color, customCss } = settings;
		const { cornerRadius: radius, artworkColor: artwork } = branding;
		locals.look = { locale, dir: directionOf(locale), theme, color, radius, artwork, customCss };
		const isFirst = state === undefined && (screen === 'sign-in' || screen === 'register');
		return {
			screen,
			state,
			locale,
			texts,
			brand: picturesFor(branding, color, theme),
			hasPrivacyPolicy: Boolean(settings.privacyPolicyUrl),
			hasSupport: Boolean(settings.supportWebsiteUrl || settings.supportEmail),
			/** Null: no way of signing in is on, so there is nothing to draw. */
			first: isFirst ? (drawFirstScreen(screen, settings) ?? null) : undefined
		};
	}
};
