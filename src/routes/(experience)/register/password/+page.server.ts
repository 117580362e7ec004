// A name was chosen: now the password for it.
import { redirect } from '@sveltejs/kit';
import { newPasswordForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { complete } from '$lib/experience/journeys/continue.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { stagedName } from '$lib/experience/journeys/progress.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? '/register', url));
	const shown = stagedName(interaction.value);
	if (interaction.value.interactionEvent !== 'Register' || !shown) redirect(303, hrefOf('/register', url));
	return { shown, policy: settings.passwordPolicy, links: { change: hrefOf('/register', url) } };
};

export const actions: Actions = {
	default: formAction(newPasswordForm, ({ newPassword }, api) =>
		complete(api, { type: 'password', value: newPassword }, 'register')
	)
};
