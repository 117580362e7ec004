// The link of an invitation or a recovery. Looking at it uses nothing up: mail scanners look at every link.
import { redirect } from '@sveltejs/kit';
import { tokenForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { sharedBox } from '$lib/experience/journeys/shared-computer.ts';
import { termsOf } from '$lib/experience/journeys/terms.ts';
import { presentToken } from '$lib/experience/journeys/use-token.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const link = tokenForm.safeParse({
		email: url.searchParams.get('login_hint'),
		token: url.searchParams.get('one_time_token')
	});
	if (!link.success || !link.data.email) redirect(303, hrefOf('/one-time-token/error', url));
	const { email, token } = link.data;
	const [now, later] = [termsOf('sign-in', settings), termsOf('register', settings)];
	return { email, token, terms: later && { ...later, asked: now?.asked }, shared: sharedBox(settings, interaction) };
};

export const actions: Actions = {
	default: formAction(tokenForm, (form, api) => presentToken(api, form))
};
