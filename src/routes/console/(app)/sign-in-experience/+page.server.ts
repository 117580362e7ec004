// The draft of the sign-in experience, what is in force, and what was before.
import { manage } from '$lib/console/api.ts';
import type { Draft, Version } from '$lib/console/experience.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { readOwnTexts } from '$lib/console/own-texts.ts';
import type { Settings } from '$lib/contract/settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const [live, draft, versions, texts] = await Promise.all([
		api.get<Settings>('sign-in-exp'),
		api.get<Draft>('sign-in-exp/draft'),
		api.get<Version[]>('sign-in-exp/versions'),
		readOwnTexts(api)
	]);
	return { live, draft, versions, texts };
};

export const actions: Actions = {
	publish: async (event) => {
		const answer = await manage(event).ask('POST', 'sign-in-exp/publish');
		return answer.ok ? { published: true } : refused(answer.refusal);
	},
	discard: async (event) => {
		const answer = await manage(event).ask('DELETE', 'sign-in-exp/draft');
		return answer.ok ? { discarded: true } : refused(answer.refusal);
	},
	restore: async (event) => {
		const { id = '' } = await readFields(event.request);
		const answer = await manage(event).ask('POST', `sign-in-exp/versions/${encodeURIComponent(id)}/restore`);
		return answer.ok ? { published: true } : refused(answer.refusal);
	}
};
