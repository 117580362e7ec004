// What a live preview is told to draw: the settings of a draft, one screen, and how it is to look. Checked on the server.
import { z } from 'zod';
import { customPhrasesBody } from '../contract/custom-phrases.ts';
import { settings } from '../contract/settings.ts';
import { fixtures } from '../experience/screens/fixtures.ts';
import { locales } from '../experience/i18n/locale.ts';
import { pseudoLocale } from '../experience/i18n/pseudo-locale.ts';

export const drawing = z.object({
	settings: settings.partial(),
	/** `sign-in` and `register` follow the settings; others are drawn as the atlas has them. */
	screen: z.string().refine((screen) => Object.hasOwn(fixtures, screen)),
	state: z.string().max(64).optional(),
	locale: z.string().refine((locale) => [...locales, pseudoLocale].some(({ code }) => code === locale)),
	theme: z.enum(['light', 'dark']),
	/** The tenant's own, in that language. */
	texts: customPhrasesBody.optional()
});
export type Drawing = z.input<typeof drawing>;
