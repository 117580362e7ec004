// The key of an authenticator app, and the code that proves it.
import { redirect } from '@sveltejs/kit';
import { newFactorForm } from '$lib/contract/forms.ts';
import { reader } from '$lib/experience/client.ts';
import { formAction } from '$lib/experience/form.ts';
import { hintOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { confirmTotp } from '$lib/experience/journeys/set-up-factor.ts';
import { openFactorOffer } from '../../second-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent, fetch }) => {
	const { interaction } = await parent();
	openFactorOffer(interaction, url);
	const key = await reader(fetch, hintOf(url)).totpKey();
	if (!key.ok) redirect(303, hrefOf('/mfa-binding', url));
	const { verificationId, secret, secretQrCode: qrCode } = key.value;
	return { verificationId, secret, qrCode, links: { another: hrefOf('/mfa-binding', url) } };
};

export const actions: Actions = { default: formAction(newFactorForm, (form, api) => confirmTotp(api, form)) };
