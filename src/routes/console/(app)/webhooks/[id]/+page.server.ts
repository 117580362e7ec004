// One webhook: its key, what became of the last deliveries, and a try with invented events.
import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { readHook, withoutKey } from '$lib/console/hook-form.ts';
import { pageNumber, pageQuery } from '$lib/console/paging.ts';
import { hookEvents, type HookAnswer, type HookLogAnswer } from '$lib/contract/hooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const path = `hooks/${event.params.id}`;
	const page = pageNumber(event.url);
	const [hook, { value, total }] = await Promise.all([
		api.get<HookAnswer>(path),
		api.list<HookLogAnswer[]>(`${path}/recent-logs?${pageQuery(page)}`)
	]);
	return { hook: withoutKey(hook), deliveries: value, total, page, events: [...hookEvents] };
};

export const actions: Actions = {
	save: async (event) => {
		const { body, values } = readHook(await event.request.formData());
		const answer = await manage(event).ask('PATCH', `hooks/${event.params.id}`, body);
		return answer.ok ? { saved: true } : refused(answer.refusal, values);
	},
	/** A press, not a view: whoever looks over a shoulder shall not read it. */
	showKey: async (event) => {
		const answer = await manage(event).ask<HookAnswer>('GET', `hooks/${event.params.id}`);
		return answer.ok ? { key: answer.value.signingKey } : refused(answer.refusal);
	},
	newKey: async (event) => {
		const answer = await manage(event).ask<HookAnswer>('PATCH', `hooks/${event.params.id}/signing-key`);
		return answer.ok ? { key: answer.value.signingKey, isNewKey: true } : refused(answer.refusal);
	},
	enable: async (event) => {
		const { enabled } = await readFields(event.request);
		const answer = await manage(event).ask('PATCH', `hooks/${event.params.id}`, { enabled: enabled === 'on' });
		return answer.ok ? { done: true } : refused(answer.refusal);
	},
	try: async (event) => {
		const api = manage(event);
		const path = `hooks/${event.params.id}`;
		const { events, config } = await api.get<HookAnswer>(path);
		const { url, headers } = config;
		const answer = await api.ask('POST', `${path}/test`, { events, config: { url, headers } });
		return answer.ok ? { tried: true } : refused(answer.refusal);
	},
	remove: async (event) => {
		const answer = await manage(event).ask('DELETE', `hooks/${event.params.id}`);
		if (!answer.ok) return refused(answer.refusal);
		redirect(303, '/console/webhooks');
	}
};
