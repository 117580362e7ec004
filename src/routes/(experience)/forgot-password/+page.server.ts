// A password was forgotten: by which number or address can its owner be reached?
import { redirect } from '@sveltejs/kit';
import { identifierForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { firstScreen } from '$lib/experience/journeys/first-screen.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { likelyCountries } from '$lib/experience/i18n/likely-countries.ts';
import { refusalIn } from '$lib/experience/journeys/refusal.ts';
import { start } from '$lib/experience/journeys/start.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ request, url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const open = openFlow('forgot-password', settings);
	const screen = firstScreen(open, settings, url.searchParams, draftIn(url, locals.draft).read());
	if (open !== 'forgot-password' || !screen) redirect(303, hrefOf('/sign-in', url));

	const otherKind = screen.kinds.find((kind) => kind !== screen.kind);
	return {
		...screen,
		refusal: refusalIn(url, screen.values),
		likelyCountries: likelyCountries(screen.country, settings, request),
		expired: url.searchParams.has('expired'),
		links: {
			otherKind: otherKind && hrefOf('/forgot-password', url, { kind: otherKind }),
			back: hrefOf('/sign-in', url)
		}
	};
};

export const actions: Actions = {
	default: formAction(identifierForm, (form, api, { url, locals }: RequestEvent) =>
		start(api, 'forgot-password', form, draftIn(url, locals.draft))
	)
};
