// Which account is it to be? Looking sends nothing and tells masks only; a press goes on, or forgets.
import { error, redirect } from '@sveltejs/kit';
import { accountForm, pickForm } from '$lib/contract/forms.ts';
import { reader } from '$lib/experience/client.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hintOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { forget } from '$lib/experience/journeys/forget.ts';
import { isOutage, leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { offeredTypes } from '$lib/experience/journeys/methods.ts';
import { pick } from '$lib/experience/journeys/pick.ts';
import { offeredAccounts } from '$lib/experience/journeys/remembered.ts';
import { sharedBox } from '$lib/experience/journeys/shared-computer.ts';
import { termsOf } from '$lib/experience/journeys/terms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, fetch, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const told = await reader(fetch, hintOf(url)).accounts();
	if (isOutage(told)) error(503);
	const { accounts, mayContinue } = told.ok ? told.value : { accounts: [], mayContinue: false };
	const types = offeredTypes('sign-in', settings, url.searchParams.get('identifier'));
	const rows = accounts.filter(({ type, isSignedIn }) => types.includes(type) || (mayContinue && isSignedIn));
	if (rows.length === 0 || openFlow('sign-in', settings) !== 'sign-in') {
		redirect(303, hrefOf('/sign-in', url, { another: '1', login_hint: url.searchParams.get('login_hint') }));
	}

	const isOnlyStay = mayContinue && rows.every(({ isSignedIn }) => isSignedIn);
	const terms = termsOf('sign-in', settings);
	const { agreed } = draftIn(url, locals.draft).read() ?? {};
	return {
		accounts: rows.map(({ id, shown, way, isSignedIn }) => ({ id, shown, way, isSignedIn })),
		terms: terms?.asked && !agreed ? terms : undefined,
		// A session that is there already stays as it is.
		shared: isOnlyStay ? undefined : sharedBox(settings, interaction),
		actions: actionsOf('/choose-account', url, ['pick', 'forget']),
		links: { another: hrefOf('/sign-in', url, { another: '1' }) }
	};
};

export const actions: Actions = {
	pick: formAction(pickForm, async (form, api, { url, locals }: RequestEvent) => {
		const settings = await api.settings();
		if (!settings.ok) return settings;
		const accounts = offeredAccounts(locals.accounts, settings.value, url.searchParams, Date.now());
		return pick(api, form, { draft: draftIn(url, locals.draft), accounts });
	}),
	forget: formAction(accountForm, async ({ account }, _api, { locals }: RequestEvent) => {
		forget(locals.accounts, ({ id }) => id === account);
		return { page: '/choose-account' };
	})
};
