// What an administrator signs in to the console with.
import type { Account } from '$lib/console/accounts.ts';
import { manage } from '$lib/console/api.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { openSession } from '$lib/console/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { userId } = await openSession(event);
	return { account: await manage(event).get<Account>(`users/${userId}`) };
};

export const actions: Actions = {
	profile: async (event) => {
		const { userId } = await openSession(event);
		const { username = '', primaryEmail = '' } = await readFields(event.request);
		const changes = { username: username.trim() || null, primaryEmail: primaryEmail.trim() || null };
		const answer = await manage(event).ask('PATCH', `users/${userId}`, changes);
		return answer.ok ? { saved: 'profile' } : refused(answer.refusal, { username, primaryEmail });
	},
	password: async (event) => {
		const { userId } = await openSession(event);
		const { password = '' } = await readFields(event.request);
		const answer = await manage(event).ask('PATCH', `users/${userId}/password`, { password });
		return answer.ok ? { saved: 'password' } : refused(answer.refusal);
	}
};
