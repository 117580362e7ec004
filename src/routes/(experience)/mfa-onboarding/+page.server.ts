// The offer of a second step, to somebody whom the settings let decide.
import { emptyForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf } from '$lib/experience/journeys/address.ts';
import { answerOffer } from '$lib/experience/journeys/set-up-factor.ts';
import { openFactorOffer } from '../second-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	openFactorOffer(interaction, url);
	return { actions: actionsOf('/mfa-onboarding', url, ['take', 'decline']) };
};

export const actions: Actions = {
	take: formAction(emptyForm, (_form, api) => answerOffer(api, 'take')),
	decline: formAction(emptyForm, (_form, api) => answerOffer(api, 'decline'))
};
