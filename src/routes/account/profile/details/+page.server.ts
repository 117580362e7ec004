// What sign-up asks for besides identifiers, to be looked at and filled in anew.
import { error } from '@sveltejs/kit';
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { openField } from '$lib/account/guard.ts';
import { myExtraProfile } from '$lib/contract/account/extra-profile.ts';
import { profileForm } from '$lib/contract/forms.ts';
import { readValues, toPosted } from '$lib/experience/journeys/extra-profile.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [{ isFixed }, { fields, values }] = await Promise.all([
		openField(api, 'profile'),
		api.get('my-account/extra-profile', myExtraProfile)
	]);
	if (fields.length === 0) error(404);
	return { fields, own: { values: toPosted(values, fields), isFixed, done: newsIn(event.url) } };
};

export const actions: Actions = {
	default: accountAction(profileForm, async (posted, api) => {
		const { fields } = await api.get('my-account/extra-profile', myExtraProfile);
		const changed = await api.send('PATCH', 'my-account/extra-profile', { values: readValues(posted, fields) });
		return after(changed, '/account/profile/details', 'saved');
	})
};
