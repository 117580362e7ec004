// Second factors and passkeys.
import { error } from '@sveltejs/kit';
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { factorsOf } from '$lib/account/factors.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { choiceForm } from '$lib/account/forms.ts';
import { myFactors, myFactorSettings } from '$lib/contract/account/factors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [center, list, choice, { settings }] = await Promise.all([
		api.center(),
		api.find('my-account/mfa-verifications', myFactors),
		api.find('my-account/mfa-settings', myFactorSettings),
		event.parent()
	]);
	if (!list) error(404);
	return { ...factorsOf({ center, list, choice, settings }), done: newsIn(event.url) };
};

export const actions: Actions = {
	switch: accountAction(choiceForm, async ({ on }, api) => {
		const changed = await api.send('PATCH', 'my-account/mfa-settings', { skipMfaOnSignIn: on === 'no' });
		return after(changed, '/account/factors', 'saved');
	})
};
