// The end of an account, after a yes that nobody gives by accident.
import { redirect } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { accountAction } from '$lib/account/form.ts';
import { deletionForm } from '$lib/account/forms.ts';
import { needProof } from '$lib/account/proof.ts';
import { forget } from '$lib/experience/journeys/forget.ts';
import { refuse } from '$lib/contract/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { deleteAccountUrl } = await accountApi(event).center();
	if (deleteAccountUrl) redirect(303, '/account/data');
	await needProof(event);
	return { links: { back: '/account/data' } };
};

export const actions: Actions = {
	default: accountAction(deletionForm, async ({ terms }, api, { locals }: RequestEvent) => {
		if (!terms) return refuse('user.terms_not_accepted');
		const deleted = await api.send('DELETE', 'my-account');
		if (!deleted.ok) return deleted;
		const owner = locals.account.read()?.userId;
		forget(locals.accounts, ({ userId }) => userId === owner);
		locals.account.clear();
		return { to: '/account/signed-out?deleted' };
	})
};
