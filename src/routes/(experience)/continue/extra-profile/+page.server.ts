// The last question of a registration: whatever else this installation wants to know.
import { redirect } from '@sveltejs/kit';
import { profileForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { complete } from '$lib/experience/journeys/continue.ts';
import { readValues } from '$lib/experience/journeys/extra-profile.ts';
import { openContinuation } from '../../continuation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction, settings } = await parent();
	openContinuation(interaction, url);
	const { customProfileFields: fields } = settings;
	if (fields.length === 0) redirect(303, hrefOf('/sign-in', url));
	return { fields };
};

export const actions: Actions = {
	default: formAction(profileForm, async (posted, api) => {
		const settings = await api.settings();
		if (!settings.ok) return settings;
		const values = readValues(posted, settings.value.customProfileFields);
		return complete(api, { type: 'extraProfile', values });
	})
};
