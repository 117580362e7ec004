// A name, a number or an address that the account still lacks.
import { identifierForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { offerIdentifier, typesLacking } from '$lib/experience/journeys/continue.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { fieldScreen } from '$lib/experience/journeys/first-screen.ts';
import { likelyCountries } from '$lib/experience/i18n/likely-countries.ts';
import { error } from '@sveltejs/kit';
import { openContinuation } from '../../continuation.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { lacking }, request, url, locals, parent }) => {
	const { interaction, settings } = await parent();
	openContinuation(interaction, url);
	const draft = draftIn(url, locals.draft).read();
	const screen = fieldScreen(typesLacking(lacking), settings, url.searchParams, draft);
	if (!screen) error(404);
	const otherKind = screen.kinds.find((kind) => kind !== screen.kind);
	return {
		...screen,
		likelyCountries: likelyCountries(screen.country, settings, request),
		links: { otherKind: otherKind && hrefOf(`/continue/${lacking}`, url, { kind: otherKind }) }
	};
};

export const actions: Actions = {
	default: formAction(identifierForm, (form, api, { url, locals }: RequestEvent) =>
		offerIdentifier(api, form, draftIn(url, locals.draft))
	)
};
