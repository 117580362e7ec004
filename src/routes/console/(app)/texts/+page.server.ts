// What the pages say in one language, and what they are to say instead.
import { manage } from '$lib/console/api.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { readOwnTexts } from '$lib/console/own-texts.ts';
import { findTexts } from '$lib/console/texts.ts';
import { findLocale } from '$lib/experience/i18n/locale.ts';
import type { Settings } from '$lib/contract/settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const language = findLocale(searchParams.get('language')) ?? 'en';
	const search = searchParams.get('q') ?? '';
	const api = manage(event);
	const [said, ownTexts, settings] = await Promise.all([
		api.get<{ translation: Record<string, unknown> }>(`.well-known/phrases?lng=${language}`),
		readOwnTexts(api),
		api.get<Settings>('sign-in-exp')
	]);
	const { fallbackLanguage } = settings.languageInfo;
	return {
		language,
		search,
		ownTexts,
		fallbackLanguage,
		...findTexts(said.translation, ownTexts[language] ?? {}, search)
	};
};

export const actions: Actions = {
	say: async (event) => {
		const { key = '', words = '' } = await readFields(event.request);
		const language = findLocale(event.url.searchParams.get('language')) ?? 'en';
		const answer = await manage(event).ask('PATCH', `custom-phrases/${language}`, { [key]: words.trim() });
		return answer.ok ? { said: key } : refused(answer.refusal, { key, words });
	},
	forget: async (event) => {
		const { key = '' } = await readFields(event.request);
		const language = findLocale(event.url.searchParams.get('language')) ?? 'en';
		const answer = await manage(event).ask('PATCH', `custom-phrases/${language}`, { [key]: null });
		return answer.ok ? { said: key } : refused(answer.refusal);
	}
};
