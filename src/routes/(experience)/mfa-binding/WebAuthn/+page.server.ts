// A passkey is added.
import { passkeyForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { addPasskey } from '$lib/experience/journeys/set-up-factor.ts';
import { openFactorOffer } from '../../second-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	openFactorOffer(interaction, url);
	return { links: { another: hrefOf('/mfa-binding', url) } };
};

export const actions: Actions = { default: formAction(passkeyForm, (form, api) => addPasskey(api, form)) };
