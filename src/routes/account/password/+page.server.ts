// The first password of an account, or another one.
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { needEditable } from '$lib/account/guard.ts';
import { loginOf } from '$lib/account/overview.ts';
import { endProof, needProof } from '$lib/account/proof.ts';
import { myAccount } from '$lib/contract/account/profile.ts';
import { newPasswordForm } from '$lib/contract/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	await needEditable(api, 'password', event.url);
	await needProof(event);
	const [me, { settings }] = await Promise.all([api.get('my-account', myAccount), event.parent()]);
	return { isSet: me.hasPassword === true, shown: loginOf(me), policy: settings.passwordPolicy };
};

export const actions: Actions = {
	default: accountAction(newPasswordForm, async ({ newPassword }, api, event: RequestEvent) => {
		const set = await api.send('POST', 'my-account/password', { password: newPassword });
		// What was shown before it was changed shows nothing any more.
		if (set.ok) await endProof(event);
		return after(set, '/account', 'password');
	})
};
