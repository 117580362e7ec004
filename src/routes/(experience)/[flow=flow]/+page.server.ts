// The first screen: who is it? A code is on its way then, or a password is asked for.
import { error, redirect } from '@sveltejs/kit';
import { identifierForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf, webAddress } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { firstScreen } from '$lib/experience/journeys/first-screen.ts';
import { otherFlow } from '$lib/experience/journeys/flow.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { askedAfter } from '$lib/experience/journeys/methods.ts';
import { start } from '$lib/experience/journeys/start.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { flow }, url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const token = url.searchParams.get('one_time_token');
	if (token) redirect(303, hrefOf('/one-time-token', url, { one_time_token: token, ...firstPagesOnly(url) }));
	const open = openFlow(flow, settings);
	if (open !== flow) redirect(303, hrefOf(`/${open}`, url, firstPagesOnly(url)));

	const screen = firstScreen(flow, settings, url.searchParams, draftIn(url, locals.draft).read());
	if (!screen) error(503);
	const otherKind = screen.kinds.find((kind) => kind !== screen.kind);
	const isOtherOpen = settings.signInMode === 'SignInAndRegister';
	return {
		...screen,
		flow,
		asked: askedAfter(flow, settings, screen.kind),
		changed: url.searchParams.has('changed'),
		likelyCountries: [...new Set([screen.country, settings.defaultCountry])],
		links: {
			otherKind: otherKind && hrefOf(`/${flow}`, url, { ...firstPagesOnly(url), kind: otherKind }),
			otherMode: isOtherOpen ? hrefOf(`/${otherFlow[flow]}`, url, firstPagesOnly(url)) : undefined
		},
		terms: { termsUrl: webAddress(settings.termsOfUseUrl), privacyUrl: webAddress(settings.privacyPolicyUrl) }
	};
};

export const actions: Actions = {
	default: formAction(identifierForm, (form, api, { params, url, locals }: RequestEvent) =>
		start(api, params.flow, form, draftIn(url, locals.draft))
	)
};

function firstPagesOnly({ searchParams }: URL) {
	return { kind: searchParams.get('kind'), login_hint: searchParams.get('login_hint') };
}
