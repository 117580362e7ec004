// There is no sign-in to go on with: it ended, it expired, or this browser never began one.
import { redirect } from '@sveltejs/kit';
import { webAddress } from '$lib/experience/journeys/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { settings } = await parent();
	const elsewhere = webAddress(settings.unknownSessionRedirectUrl);
	if (elsewhere) redirect(303, elsewhere);
};
