// What a live preview is told to draw: the settings of a draft, one screen, and how it is to look. Checked on the server.
import { z } from 'zod';
import { customPhrasesBody } from '../contract/custom-phrases.ts';
import { settings } from '../contract/settings.ts';
import { fixtures } from '../experience/screens/fixtures.ts';
import { locales } from '../experience/i18n/locale.ts';
import { pseudoLocale } from '../experience/i18n/pseudo-locale.ts';

export const drawing = z
	.object({
		settings: settings.partial(),
		/** Without a state, `sign-in` and `register` follow the settings; others are drawn as the atlas has them first. */
		screen: z.string(),
		state: z.string().optional(),
		locale: z.string().refine((locale) => [...locales, pseudoLocale].some(({ code }) => code === locale)),
		theme: z.enum(['light', 'dark']),
		/** The tenant's own, in that language. */
		texts: customPhrasesBody.optional()
	})
	.refine(({ screen, state }) => {
		const states = Object.hasOwn(fixtures, screen) ? fixtures[screen]?.states : undefined;
		return states !== undefined && (state === undefined || Object.hasOwn(states, state));
	});
export type Drawing = z.input<typeof drawing>;
