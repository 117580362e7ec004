// The end of a passkey.
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { needEditable } from '$lib/account/guard.ts';
import { findPasskey } from '$lib/account/passkey.ts';
import { endProof, needProof } from '$lib/account/proof.ts';
import { emptyForm } from '$lib/contract/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	await needEditable(api, 'passkey', event.url);
	await needProof(event);
	const { name } = await findPasskey(api, event.params.id);
	return { about: 'WebAuthn' as const, shown: name, links: { back: '/account/factors' } };
};

export const actions: Actions = {
	default: accountAction(emptyForm, async (_form, api, event: RequestEvent) => {
		const { id } = await findPasskey(api, event.params.id);
		const removed = await api.send('DELETE', `my-account/mfa-verifications/${id}`);
		if (removed.ok) await endProof(event);
		return after(removed, '/account/factors', 'removed');
	})
};
