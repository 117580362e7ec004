// Pages that complete an account belong to a sign-in or registration that somebody has got through so far.
import { redirect } from '@sveltejs/kit';
import type { Result } from '$lib/contract/result.ts';
import type { InteractionAnswer } from '$lib/contract/schemas.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';

export function openContinuation(interaction: Result<InteractionAnswer>, url: URL): InteractionAnswer {
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? '/sign-in', url));
	const { interactionEvent, userId } = interaction.value;
	const isReached = interactionEvent === 'Register' || (interactionEvent === 'SignIn' && userId !== undefined);
	if (!isReached) redirect(303, hrefOf('/sign-in', url));
	return interaction.value;
}
