// What an administrator signs in to the console with: changed by somebody who signed in a moment ago, and by nobody else.
// Each form names whose it is: by the time it is sent, another administrator may be signed in to the browser.
import { fail } from '@sveltejs/kit';
import type { Account } from '$lib/console/accounts.ts';
import { manage } from '$lib/console/api.ts';
import { readFields, refused, stale } from '$lib/console/form.ts';
import { isFresh, openSession } from '$lib/console/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = openSession(event);
	return { account: await manage(event).get<Account>(`users/${session.userId}`), isFresh: isFresh(session) };
};

export const actions: Actions = {
	profile: async (event) => {
		const session = openSession(event);
		if (!isFresh(session)) return stale();
		const { userId, username = '', primaryEmail = '' } = await readFields(event.request);
		if (userId !== session.userId) return fail(409, { isAnother: true });
		const changes = { username: username.trim() || null, primaryEmail: primaryEmail.trim() || null };
		const answer = await manage(event).ask('PATCH', `users/${session.userId}`, changes);
		return answer.ok ? { saved: 'profile' } : refused(answer.refusal, { username, primaryEmail });
	},
	password: async (event) => {
		const session = openSession(event);
		if (!isFresh(session)) return stale();
		const { userId, password = '' } = await readFields(event.request);
		if (userId !== session.userId) return fail(409, { isAnother: true });
		const answer = await manage(event).ask('PATCH', `users/${session.userId}/password`, { password });
		return answer.ok ? { saved: 'password' } : refused(answer.refusal);
	}
};
