// The number or address is proven: a new password for its owner.
import { redirect } from '@sveltejs/kit';
import { newPasswordForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { provenIdentifier, shownIdentifier } from '$lib/experience/journeys/progress.ts';
import { resetPassword } from '$lib/experience/journeys/recover.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? '/forgot-password', url));
	const { interactionEvent, userId } = interaction.value;
	if (interactionEvent !== 'ForgotPassword' || !userId) redirect(303, hrefOf('/forgot-password', url));

	const proven = provenIdentifier(interaction.value);
	return { shown: proven && shownIdentifier(proven), policy: settings.passwordPolicy };
};

export const actions: Actions = {
	default: formAction(newPasswordForm, ({ newPassword }, api) => resetPassword(api, newPassword))
};
