// The console looks like Foyer, whatever a tenant's brand is, and speaks two languages.
import { consoleLocale } from '$lib/console/words.ts';
import { defaultSettings } from '$lib/contract/settings.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const locale = consoleLocale(locals.locale);
	locals.look = { locale, dir: 'ltr', theme: 'auto', color: defaultSettings.color };
	return { consoleLocale: locale };
};
