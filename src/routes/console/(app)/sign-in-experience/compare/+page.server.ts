// What is in force and what the draft would make of it.
import { manage } from '$lib/console/api.ts';
import { readOwnTexts } from '$lib/console/own-texts.ts';
import type { SettingsDraftAnswer } from '$lib/contract/settings-draft.ts';
import type { Settings } from '$lib/contract/settings.ts';
import { listScreens } from '$lib/studio/screen-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const [live, draft, texts] = await Promise.all([
		api.get<Settings>('sign-in-exp'),
		api.get<SettingsDraftAnswer>('sign-in-exp/draft'),
		readOwnTexts(api)
	]);
	return { live, draft: draft.settings, texts, screens: listScreens() };
};
