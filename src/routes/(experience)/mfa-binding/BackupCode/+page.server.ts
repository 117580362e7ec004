// Backup codes: made by a button, since they are shown once and opening a page changes nothing.
import { fail } from '@sveltejs/kit';
import { statusOf } from '$lib/contract/problems.ts';
import { verificationForm } from '$lib/contract/forms.ts';
import { writer } from '$lib/experience/client.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hintOf } from '$lib/experience/journeys/address.ts';
import { keepBackupCodes } from '$lib/experience/journeys/set-up-factor.ts';
import { openFactorOffer } from '../../second-step.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
	const { interaction } = await parent();
	openFactorOffer(interaction, url);
	return { actions: actionsOf('/mfa-binding/BackupCode', url, ['make', 'keep']) };
};

export const actions: Actions = {
	/** Drawn in the answer itself: nothing of the codes is kept anywhere that a later page could read. */
	make: async ({ fetch, url }: RequestEvent) => {
		const made = await writer(fetch, hintOf(url)).makeBackupCodes();
		if (made.ok) return { values: {}, problem: undefined, made: made.value };
		const { code, status, data } = made.problem;
		return fail(status ?? statusOf[code], { values: {}, problem: { code, data }, made: undefined });
	},
	keep: formAction(verificationForm, ({ verificationId }, api) => keepBackupCodes(api, verificationId))
};
