// Pages of second factors belong to somebody who is known, while one is wanted of them or may be set up.
import { redirect } from '@sveltejs/kit';
import type { FactorOffer, SecondStep } from '$lib/contract/factors.ts';
import type { Result } from '$lib/contract/result.ts';
import type { InteractionAnswer } from '$lib/contract/schemas.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';

export function openSecondStep(interaction: Result<InteractionAnswer>, url: URL): SecondStep {
	const { secondStep } = openKnown(interaction, url);
	if (!secondStep) redirect(303, hrefOf('/sign-in', url));
	return secondStep;
}

export function openFactorOffer(interaction: Result<InteractionAnswer>, url: URL): FactorOffer {
	const { secondStep, factorOffer } = openKnown(interaction, url);
	if (secondStep) redirect(303, hrefOf('/mfa-verification', url));
	if (!factorOffer) redirect(303, hrefOf('/sign-in', url));
	return factorOffer;
}

function openKnown(interaction: Result<InteractionAnswer>, url: URL): InteractionAnswer {
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? '/sign-in', url));
	return interaction.value;
}
