// "Create an account?" and "Sign in instead?": one question about a proof that fits the other flow.
import { redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { crossForm } from '$lib/contract/forms.ts';
import { refuse, type Result } from '$lib/contract/result.ts';
import type { InteractionAnswer } from '$lib/contract/schemas.ts';
import type { PublicSettings } from '$lib/contract/settings.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { crossOver } from '$lib/experience/journeys/enter-code.ts';
import { otherFlow, type Mode } from '$lib/experience/journeys/flow.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { newestVerification, shownAddress } from '$lib/experience/journeys/progress.ts';
import { mustAgree, termsOf } from '$lib/experience/journeys/terms.ts';

export function askToCross(
	from: Mode,
	{ interaction, settings }: { interaction: Result<InteractionAnswer>; settings: PublicSettings },
	{ url, locals }: Pick<ServerLoadEvent, 'url' | 'locals'>
) {
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? `/${from}`, url));
	const draft = draftIn(url, locals.draft).read();
	const record = newestVerification(interaction.value, draft?.kind);
	if (!record) redirect(303, hrefOf(`/${from}`, url));
	if (!record.verified) redirect(303, hrefOf(`/${from}/verification-code`, url));
	const terms = termsOf(otherFlow[from], settings);
	return {
		// Said already, on the way here.
		terms: terms?.asked && !draft?.agreed ? terms : undefined,
		identifierKind: record.identifier.type,
		shown: shownAddress(record),
		verificationId: record.id,
		links: { back: hrefOf(`/${from}`, url, { kind: record.identifier.type }) }
	};
}

export const crossFrom = (from: Mode) =>
	formAction(crossForm, async ({ verificationId, terms }, api, { url, locals }: RequestEvent) => {
		const settings = await api.settings();
		if (!settings.ok) return settings;
		const to = otherFlow[from];
		const hasAgreed = terms ?? draftIn(url, locals.draft).read()?.agreed;
		if (mustAgree(to, settings.value) && !hasAgreed) return refuse('user.terms_not_accepted');
		return crossOver(api, to, verificationId);
	});
