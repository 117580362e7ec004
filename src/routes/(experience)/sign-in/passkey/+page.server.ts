// Where the passkey button of the first screen posts to, and where it says what went wrong; the page of whoever is
// remembered to have used one, with their other ways.
import { redirect } from '@sveltejs/kit';
import { signInPasskeyForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { anotherAccount, describeAccount, offeredAccounts, wayOn } from '$lib/experience/journeys/remembered.ts';
import { passkeyOffer, signInWithPasskey } from '$lib/experience/journeys/sign-in-passkey.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	if (!passkeyOffer(settings) || openFlow('sign-in', settings) !== 'sign-in') redirect(303, hrefOf('/sign-in', url));
	const picked = draftIn(url, locals.draft).read()?.account;
	const offered = offeredAccounts(locals.accounts, settings, url.searchParams, Date.now());
	const account = offered.find(({ id }) => id === picked);
	if (!account) return { links: { another: hrefOf('/sign-in', url) } };
	const instead = wayOn(account, settings, true);
	return {
		account: {
			...describeAccount(account),
			kind: account.type,
			instead: instead && { by: instead, action: actionsOf('/choose-account', url, ['pick']).pick }
		},
		links: { another: anotherAccount(url, locals.accounts, settings, Date.now()) }
	};
};

export const actions: Actions = { default: formAction(signInPasskeyForm, (form, api) => signInWithPasskey(api, form)) };
