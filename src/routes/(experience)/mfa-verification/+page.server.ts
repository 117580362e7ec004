// All second factors that the account has, to choose from.
import { redirect } from '@sveltejs/kit';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { openSecondStep } from '../second-step.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	const { availableFactors } = openSecondStep(interaction, url);
	const [only] = availableFactors;
	if (only && availableFactors.length === 1) redirect(303, hrefOf(`/mfa-verification/${only}`, url));
	return { factors: availableFactors.map((type) => ({ type, href: hrefOf(`/mfa-verification/${type}`, url) })) };
};
