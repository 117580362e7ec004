// There is no sign-in to go on with: it ended, it expired, or this browser never began one.
import { redirect } from '@sveltejs/kit';
import { accountCenterAnswer } from '$lib/contract/account/center.ts';
import { webAddress } from '$lib/experience/journeys/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, parent }) => {
	const { settings } = await parent();
	const elsewhere = webAddress(settings.unknownSessionRedirectUrl);
	if (elsewhere) redirect(303, elsewhere);
	const answer = await fetch('/api/.well-known/account-center', { credentials: 'omit' });
	const center = answer.ok ? accountCenterAnswer.safeParse(await answer.json()).data : undefined;
	// An application cannot be begun from here; whoever signs in to their account goes on in it with a press.
	return { links: { account: center?.enabled ? '/account' : undefined } };
};
