// The end of a number or an address in the account.
import { redirect } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { endProofBy } from '$lib/account/contact.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { needEditable } from '$lib/account/guard.ts';
import { contactOf } from '$lib/account/overview.ts';
import { needProof } from '$lib/account/proof.ts';
import { myAccount } from '$lib/contract/account/profile.ts';
import { emptyForm } from '$lib/contract/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const about = event.params.contact;
	await needEditable(api, about, event.url);
	await needProof(event);
	const { value } = contactOf(await api.get('my-account', myAccount), about);
	if (!value) redirect(303, `/account/${about}`);
	return { about, shown: value, links: { back: `/account/${about}` } };
};

export const actions: Actions = {
	default: accountAction(emptyForm, async (_form, api, event: RequestEvent) => {
		const { contact } = event.params;
		const removed = await api.send('DELETE', `my-account/primary-${contact}`);
		if (removed.ok) await endProofBy(event, contact);
		return after(removed, `/account/${contact}`, 'removed');
	})
};
