// Second factors and passkeys.
import { error } from '@sveltejs/kit';
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { factorsOf } from '$lib/account/factors.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { choiceForm, idForm } from '$lib/account/forms.ts';
import { myFactors, myFactorSettings } from '$lib/contract/account/factors.ts';
import { myTrustedDevices } from '$lib/contract/account/trusted-devices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [center, list, choice, trusted, { settings }] = await Promise.all([
		api.center(),
		api.find('my-account/mfa-verifications', myFactors),
		api.find('my-account/mfa-settings', myFactorSettings),
		api.find('my-account/trusted-devices', myTrustedDevices),
		event.parent()
	]);
	if (!list) error(404);
	return { ...factorsOf({ center, list, choice, trusted, settings }), done: newsIn(event.url) };
};

export const actions: Actions = {
	switch: accountAction(choiceForm, async ({ on }, api) => {
		const changed = await api.send('PATCH', 'my-account/mfa-settings', { skipMfaOnSignIn: on === 'no' });
		return after(changed, '/account/factors', 'saved');
	}),
	distrust: accountAction(idForm, async ({ id }, api) => {
		const ended = await api.send('DELETE', `my-account/trusted-devices/${encodeURIComponent(id)}`);
		return after(ended, '/account/factors', 'distrusted');
	})
};
