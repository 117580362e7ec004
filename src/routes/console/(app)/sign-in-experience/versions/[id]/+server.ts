// What going back to a version would change now.
import { json } from '@sveltejs/kit';
import { answeringScript, manage } from '$lib/console/api.ts';
import type { SettingsVersionDetail } from '$lib/contract/settings-draft.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const id = encodeURIComponent(event.params.id);
	const { diff } = await manage(event, answeringScript).get<SettingsVersionDetail>(`sign-in-exp/versions/${id}`);
	return json({ diff });
};
