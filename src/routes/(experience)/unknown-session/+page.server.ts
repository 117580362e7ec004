// There is no sign-in to go on with: it ended, it expired, or this browser never began one.
import { redirect } from '@sveltejs/kit';
import { openAccountCenter } from '$lib/experience/journeys/account-center.ts';
import { webAddress } from '$lib/experience/journeys/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, parent }) => {
	const { settings } = await parent();
	const elsewhere = webAddress(settings.unknownSessionRedirectUrl);
	if (elsewhere) redirect(303, elsewhere);
	// An application cannot be begun from here; whoever signs in to their account goes on in it with a press.
	return { links: { account: (await openAccountCenter(fetch)) ? '/account' : undefined } };
};
