// Which second factor to set up. An app's key is made by pressing its button: opening a page makes nothing.
import { redirect } from '@sveltejs/kit';
import { emptyForm } from '$lib/contract/forms.ts';
import type { FactorType } from '$lib/contract/factors.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import type { Page } from '$lib/experience/journeys/next-page.ts';
import { answerOffer, startTotp } from '$lib/experience/journeys/set-up-factor.ts';
import { openFactorOffer } from '../second-step.ts';
import type { Actions, PageServerLoad } from './$types';

const pages: Partial<Record<FactorType, Page>> = {
	WebAuthn: '/mfa-binding/WebAuthn',
	EmailVerificationCode: '/continue/email',
	PhoneVerificationCode: '/continue/phone'
};

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	const { availableFactors, skippable } = openFactorOffer(interaction, url);
	if (availableFactors.length === 0) redirect(303, hrefOf('/mfa-verification', url));
	const { totp, decline } = actionsOf('/mfa-binding', url, ['totp', 'decline']);
	return {
		factors: availableFactors.map((type) => {
			const page = pages[type];
			return page ? { type, href: hrefOf(page, url) } : { type, action: totp };
		}),
		decline: skippable ? decline : undefined
	};
};

export const actions: Actions = {
	totp: formAction(emptyForm, (_form, api) => startTotp(api)),
	decline: formAction(emptyForm, (_form, api) => answerOffer(api, 'decline'))
};
