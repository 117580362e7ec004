// Where the passkey button of the first screen posts to, and where it says what went wrong.
import { redirect } from '@sveltejs/kit';
import { signInPasskeyForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { passkeyOffer, signInWithPasskey } from '$lib/experience/journeys/sign-in-passkey.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	if (!passkeyOffer(settings) || openFlow('sign-in', settings) !== 'sign-in') redirect(303, hrefOf('/sign-in', url));
	return { links: { another: hrefOf('/sign-in', url) } };
};

export const actions: Actions = { default: formAction(signInPasskeyForm, (form, api) => signInWithPasskey(api, form)) };
