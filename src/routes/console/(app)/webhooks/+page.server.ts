import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import { refused } from '$lib/console/form.ts';
import { hookEvents, type HookAnswer } from '$lib/contract/hooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	hooks: await manage(event).get<HookAnswer[]>('hooks?page_size=100'),
	events: [...hookEvents]
});

export const actions: Actions = {
	create: async (event) => {
		const data = await event.request.formData();
		const [name, url] = [String(data.get('name') ?? ''), String(data.get('url') ?? '')];
		const body = { name, events: data.getAll('events').map(String), config: { url } };
		const answer = await manage(event).ask<HookAnswer>('POST', 'hooks', body);
		if (!answer.ok) return refused(answer.refusal, { name, url, events: body.events.join(' ') });
		redirect(303, `/console/webhooks/${answer.value.id}`);
	}
};
