// The way back to the application. A page of our own, because `form-action` would bind every hop after a post.
import { redirect } from '@sveltejs/kit';
import { hrefOf, webAddress } from '$lib/experience/journeys/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent, setHeaders }) => {
	const { interaction } = await parent();
	if (!interaction.ok) {
		const isOpen = interaction.problem.code === 'session.interaction_not_found';
		redirect(303, hrefOf(isOpen ? '/sign-in' : '/unknown-session', url));
	}
	const target = webAddress(interaction.value.redirectTo);
	if (!target) redirect(303, hrefOf('/sign-in', url));
	setHeaders({ 'cache-control': 'no-store' });
	// After a page of consent there is no event: the person was signed in before.
	return { target, signedIn: interaction.value.interactionEvent !== undefined };
};
