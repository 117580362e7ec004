// The account is known and closed: who to ask, and the way to another one.
import { hrefOf } from '$lib/experience/journeys/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	// Without a sign-in that is open there is nothing to begin again.
	return { links: interaction.ok ? { another: hrefOf('/sign-in', url) } : undefined };
};
