// Which applications hold tokens, and the end of that.
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { idForm } from '$lib/account/forms.ts';
import { openField } from '$lib/account/guard.ts';
import { shownGrants } from '$lib/account/overview.ts';
import { myGrants } from '$lib/contract/account/sessions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [{ isFixed }, grants] = await Promise.all([openField(api, 'session'), api.get('my-account/grants', myGrants)]);
	return {
		isFixed,
		applications: shownGrants(grants).map(({ id, payload, application, scopes, isThirdParty }) => ({
			id,
			name: application.name,
			since: payload.iat * 1000,
			scopes,
			isThirdParty
		})),
		done: newsIn(event.url)
	};
};

export const actions: Actions = {
	default: accountAction(idForm, async ({ id }, api) =>
		after(await api.send('DELETE', `my-account/grants/${encodeURIComponent(id)}`), '/account/applications', 'removed')
	)
};
