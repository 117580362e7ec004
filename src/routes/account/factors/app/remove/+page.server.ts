// The end of an authenticator app.
import { redirect } from '@sveltejs/kit';
import { accountApi, type AccountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { needEditable } from '$lib/account/guard.ts';
import { endProof, needProof } from '$lib/account/proof.ts';
import { myFactors } from '$lib/contract/account/factors.ts';
import { emptyForm } from '$lib/contract/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	await needEditable(api, 'mfa', event.url);
	await needProof(event);
	if (!(await findApp(api))) redirect(303, '/account/factors');
	return { about: 'Totp' as const, shown: undefined, links: { back: '/account/factors' } };
};

export const actions: Actions = {
	default: accountAction(emptyForm, async (_form, api, event: RequestEvent) => {
		const app = await findApp(api);
		if (!app) return { to: '/account/factors' };
		const removed = await api.send('DELETE', `my-account/mfa-verifications/${app.id}`);
		if (removed.ok) await endProof(event);
		return after(removed, '/account/factors', 'removed');
	})
};

async function findApp(api: AccountApi) {
	return (await api.get('my-account/mfa-verifications', myFactors)).find(({ type }) => type === 'Totp');
}
