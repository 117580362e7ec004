// The draft of the sign-in experience, what is in force, and what was before.
import { manage } from '$lib/console/api.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { readOwnTexts } from '$lib/console/own-texts.ts';
import { readVersions } from '$lib/console/versions.ts';
import type { SettingsDraftAnswer } from '$lib/contract/settings-draft.ts';
import type { Settings } from '$lib/contract/settings.ts';
import { listScreens } from '$lib/studio/screen-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const [live, draft, history, texts] = await Promise.all([
		api.get<Settings>('sign-in-exp'),
		api.get<SettingsDraftAnswer>('sign-in-exp/draft'),
		readVersions(api, 1),
		readOwnTexts(api)
	]);
	return { live, draft, history, texts, screens: listScreens() };
};

export const actions: Actions = {
	publish: async (event) => {
		const answer = await manage(event).ask('POST', `sign-in-exp/publish?${await readSeen(event.request)}`);
		return answer.ok ? { published: true } : refused(answer.refusal);
	},
	discard: async (event) => {
		const answer = await manage(event).ask('DELETE', `sign-in-exp/draft?${await readSeen(event.request)}`);
		return answer.ok ? { discarded: true } : refused(answer.refusal);
	},
	restore: async (event) => {
		const { id = '' } = await readFields(event.request);
		const answer = await manage(event).ask('POST', `sign-in-exp/versions/${encodeURIComponent(id)}/restore`);
		return answer.ok ? { published: true } : refused(answer.refusal);
	}
};

/** The draft that the page shows: what somebody else has written meanwhile is neither published nor thrown away. */
async function readSeen(request: Request): Promise<URLSearchParams> {
	const { updatedAt = '' } = await readFields(request);
	return new URLSearchParams(/^\d{1,15}$/.test(updatedAt) ? { updatedAt } : {});
}
