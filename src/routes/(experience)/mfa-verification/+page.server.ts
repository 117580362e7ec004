// All second factors that the account has, to choose from; or the way on, where none is wanted any more.
import { redirect } from '@sveltejs/kit';
import { emptyForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { submit } from '$lib/experience/journeys/finish.ts';
import { openSecondStep } from '../second-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	const { availableFactors = [] } = openSecondStep(interaction, url) ?? {};
	const [only] = availableFactors;
	const gone = url.searchParams.has('gone');
	if (only && availableFactors.length === 1) {
		redirect(303, hrefOf(`/mfa-verification/${only}`, url, { gone: gone ? '1' : null }));
	}
	return {
		factors: availableFactors.map((type) => ({ type, href: hrefOf(`/mfa-verification/${type}`, url) })),
		gone
	};
};

export const actions: Actions = { default: formAction(emptyForm, (_form, api) => submit(api, 'continue')) };
