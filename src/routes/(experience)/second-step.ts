// Pages of second factors belong to somebody who is known, while one is wanted of them or may be set up.
import { redirect } from '@sveltejs/kit';
import type { FactorOffer, SecondStep } from '$lib/contract/factors.ts';
import type { Result } from '$lib/contract/result.ts';
import type { InteractionAnswer } from '$lib/contract/schemas.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { openContinuation } from './continuation.ts';

/** Undefined when none is wanted any more: an administrator has switched it off, or another tab has shown it. */
export function openSecondStep(interaction: Result<InteractionAnswer>, url: URL): SecondStep | undefined {
	return openContinuation(interaction, url).secondStep;
}

export function openFactorOffer(interaction: Result<InteractionAnswer>, url: URL): FactorOffer {
	const { secondStep, factorOffer } = openContinuation(interaction, url);
	if (secondStep || !factorOffer) redirect(303, hrefOf('/mfa-verification', url));
	return factorOffer;
}
