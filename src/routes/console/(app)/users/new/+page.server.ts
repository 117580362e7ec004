// Creates an account. Whoever it is for signs in with what is filled in here.
import { redirect } from '@sveltejs/kit';
import type { Account } from '$lib/console/accounts.ts';
import { manage } from '$lib/console/api.ts';
import { readFields, refused } from '$lib/console/form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { password, ...shown } = await readFields(event.request);
		const filled = Object.entries({ ...shown, password }).map(([name, text]) => [name, text?.trim() || undefined]);
		const answer = await manage(event).ask<Account>('POST', 'users', Object.fromEntries(filled));
		if (!answer.ok) return refused(answer.refusal, shown);
		redirect(303, `/console/users/${answer.value.id}`);
	}
};
