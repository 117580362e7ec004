// "Create an account?" and "Sign in instead?": one question about a proof that fits the other flow.
import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { verificationForm } from '$lib/contract/forms.ts';
import type { Result } from '$lib/contract/result.ts';
import type { InteractionAnswer } from '$lib/contract/schemas.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { crossOver } from '$lib/experience/journeys/enter-code.ts';
import { otherFlow, type Mode } from '$lib/experience/journeys/flow.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { newestVerification, shownIdentifier } from '$lib/experience/journeys/progress.ts';

export function askToCross(
	from: Mode,
	interaction: Result<InteractionAnswer>,
	{ url, locals }: Pick<ServerLoadEvent, 'url' | 'locals'>
) {
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? `/${from}`, url));
	const record = newestVerification(interaction.value, draftIn(url, locals.draft).read()?.kind);
	if (!record) redirect(303, hrefOf(`/${from}`, url));
	if (!record.verified) redirect(303, hrefOf(`/${from}/verification-code`, url));
	return {
		identifierKind: record.identifier.type,
		shown: shownIdentifier(record.identifier),
		verificationId: record.id,
		links: { back: hrefOf(`/${from}`, url, { kind: record.identifier.type }) }
	};
}

export const crossFrom = (from: Mode) =>
	formAction(verificationForm, ({ verificationId }, api) => crossOver(api, otherFlow[from], verificationId));
