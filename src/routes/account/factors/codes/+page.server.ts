// New backup codes in place of older ones: made by a button, shown once, in force when they are said to be saved.
import { fail } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { isOffered } from '$lib/account/factors.ts';
import { accountAction, after, isUnproven } from '$lib/account/form.ts';
import { keepCodesForm } from '$lib/account/forms.ts';
import { needEditable } from '$lib/account/guard.ts';
import { needProof, proveAgain } from '$lib/account/proof.ts';
import { newBackupCodes } from '$lib/contract/account/factors.ts';
import { statusOf } from '$lib/contract/problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	await needEditable(accountApi(event), 'mfa', event.url);
	const isOff = !isOffered((await event.parent()).settings, 'BackupCode');
	if (!isOff) await needProof(event);
	return { isOff, actions: { make: '?/make', keep: '?/keep' } };
};

export const actions: Actions = {
	/** Drawn in the answer itself: nothing of the codes is kept anywhere that a later page could read. */
	make: async (event: RequestEvent) => {
		const path = 'my-account/mfa-verifications/backup-codes/generate';
		const made = await accountApi(event).ask('POST', path, newBackupCodes);
		if (made.ok) return { values: {}, problem: undefined, made: made.value };
		if (isUnproven(made.problem)) await proveAgain(event, {});
		const { code, status, data } = made.problem;
		return fail(status ?? statusOf[code], { values: {}, problem: { code, data }, made: undefined });
	},
	keep: accountAction(keepCodesForm, async ({ codes }, api) => {
		const body = { type: 'BackupCode', codes: codes.split(' ') };
		return after(await api.send('POST', 'my-account/mfa-verifications', body), '/account/factors', 'saved');
	})
};
