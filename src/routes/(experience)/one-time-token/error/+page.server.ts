// A link that cannot be used: why, and the way in without it.
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	const isOpen = leaveFor(interaction) === undefined;
	return {
		reason: url.searchParams.get('reason') ?? undefined,
		links: isOpen ? { another: hrefOf('/sign-in', url) } : undefined
	};
};
