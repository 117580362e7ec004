// Everything else is known: a password, so that the account can be signed in to with one.
import { newPasswordForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { complete } from '$lib/experience/journeys/continue.ts';
import { provenIdentifier, shownIdentifier, stagedName } from '$lib/experience/journeys/progress.ts';
import { openContinuation } from '../../continuation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction, settings } = await parent();
	const state = openContinuation(interaction, url);
	const proven = provenIdentifier(state);
	return { shown: stagedName(state) ?? (proven && shownIdentifier(proven)), policy: settings.passwordPolicy };
};

export const actions: Actions = {
	default: formAction(newPasswordForm, ({ newPassword }, api) =>
		complete(api, { type: 'password', value: newPassword })
	)
};
