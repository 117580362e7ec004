// What one passkey is called.
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { passkeyNameForm } from '$lib/account/forms.ts';
import { needEditable } from '$lib/account/guard.ts';
import { findPasskey } from '$lib/account/passkey.ts';
import { refuse } from '$lib/contract/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	await needEditable(api, 'passkey', event.url);
	const { id, name = '' } = await findPasskey(api, event.params.id);
	return {
		name,
		isNew: event.url.searchParams.has('new'),
		links: { remove: `/account/factors/${id}/remove` }
	};
};

export const actions: Actions = {
	default: accountAction(passkeyNameForm, async ({ name }, api, { params: { id } }: RequestEvent) => {
		if (!name) return refuse('guard.invalid_input');
		const { id: known } = await findPasskey(api, id);
		const named = await api.send('PATCH', `my-account/mfa-verifications/${known}/name`, { name });
		return after(named, '/account/factors', 'saved');
	})
};
