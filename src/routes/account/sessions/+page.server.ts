// Where the account is signed in. Signing somebody out needs no proof: strangers must go at once.
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { idForm } from '$lib/account/forms.ts';
import { openField } from '$lib/account/guard.ts';
import { accountClientId } from '$lib/contract/account/access.ts';
import { mySessions } from '$lib/contract/account/sessions.ts';
import { emptyForm } from '$lib/contract/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [{ isFixed }, { sessions }] = await Promise.all([
		openField(api, 'session'),
		api.get('my-account/sessions', mySessions)
	]);
	return {
		now: Date.now(),
		isFixed,
		sessions: sessions.map(({ payload, isCurrent, browser, system, lastUsedAt, applications }) => ({
			id: payload.uid,
			isCurrent,
			browser,
			system,
			lastUsedAt,
			applications: applications.filter(({ id }) => id !== accountClientId).map(({ name }) => name)
		})),
		done: newsIn(event.url)
	};
};

export const actions: Actions = {
	signOut: accountAction(idForm, async ({ id }, api) =>
		after(await api.send('DELETE', `my-account/sessions/${encodeURIComponent(id)}`), '/account/sessions', 'signed-out')
	),
	signOutOthers: accountAction(emptyForm, async (_form, api) =>
		after(await api.send('DELETE', 'my-account/sessions'), '/account/sessions', 'signed-out')
	)
};
