// Nobody is signed in any more. What the browser remembers can be forgotten here, too.
import { accountForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { forget } from '$lib/experience/journeys/forget.ts';
import { rememberedHere } from '$lib/experience/journeys/remembered.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ accounts: rememberedHere(locals.accounts, Date.now()) });

export const actions: Actions = {
	forget: formAction(accountForm, async ({ account }, _api, { locals }: RequestEvent) => {
		forget(locals.accounts, ({ id }) => id === account);
		return { page: '/signed-out' };
	})
};
