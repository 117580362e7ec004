// One account: what it holds, what it did last, and what an administrator can do about it.
import { redirect } from '@sveltejs/kit';
import type { Account } from '$lib/console/accounts.ts';
import { manage } from '$lib/console/api.ts';
import { readFields, refused, stale } from '$lib/console/form.ts';
import type { MyFactors } from '$lib/contract/account/factors.ts';
import type { LogAnswer } from '$lib/contract/logs.ts';
import { isFresh, openSession } from '$lib/console/session.ts';
import type { UserSessions } from '$lib/contract/users.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const { id } = event.params;
	const [user, { sessions }, factors, logs] = await Promise.all([
		api.get<Account>(`users/${id}`),
		api.get<UserSessions>(`users/${id}/sessions`),
		api.get<MyFactors>(`users/${id}/mfa-verifications`),
		api.get<LogAnswer[]>(`logs?userId=${encodeURIComponent(id)}&page_size=10`)
	]);
	return { user, sessions, factors, logs, isFresh: isFresh(openSession(event)) };
};

export const actions: Actions = {
	suspend: async (event) => {
		const { isSuspended } = await readFields(event.request);
		const path = `users/${event.params.id}/is-suspended`;
		const answer = await manage(event).ask('PATCH', path, { isSuspended: isSuspended === 'yes' });
		return answer.ok ? { done: true } : refused(answer.refusal);
	},
	// Another administrator's, too: whoever sets it signs in as them.
	password: async (event) => {
		if (!isFresh(openSession(event))) return stale();
		const { password = '' } = await readFields(event.request);
		const answer = await manage(event).ask('PATCH', `users/${event.params.id}/password`, { password });
		return answer.ok ? { done: true } : refused(answer.refusal);
	},
	endSession: async (event) => {
		const { session = '' } = await readFields(event.request);
		const path = `users/${event.params.id}/sessions/${encodeURIComponent(session)}`;
		const answer = await manage(event).ask('DELETE', path);
		return answer.ok ? { done: true } : refused(answer.refusal);
	},
	// Who has the password already needs nothing more.
	removeFactor: async (event) => {
		if (!isFresh(openSession(event))) return stale();
		const { factor = '' } = await readFields(event.request);
		const path = `users/${event.params.id}/mfa-verifications/${encodeURIComponent(factor)}`;
		const answer = await manage(event).ask('DELETE', path);
		return answer.ok ? { done: true } : refused(answer.refusal);
	},
	remove: async (event) => {
		const answer = await manage(event).ask('DELETE', `users/${event.params.id}`);
		if (!answer.ok) return refused(answer.refusal);
		redirect(303, '/console/users');
	}
};
