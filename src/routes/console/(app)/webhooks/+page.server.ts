import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import { refused } from '$lib/console/form.ts';
import { readHook, withoutKey } from '$lib/console/hook-form.ts';
import { hookEvents, type HookAnswer } from '$lib/contract/hooks.ts';
import { pageNumber, pageQuery } from '$lib/console/paging.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = pageNumber(event.url);
	const { value, total } = await manage(event).list<HookAnswer[]>(`hooks?${pageQuery(page)}`);
	return { hooks: value.map(withoutKey), total, page, events: [...hookEvents] };
};

export const actions: Actions = {
	create: async (event) => {
		const { body, values } = readHook(await event.request.formData());
		const answer = await manage(event).ask<HookAnswer>('POST', 'hooks', body);
		if (!answer.ok) return refused(answer.refusal, values);
		redirect(303, `/console/webhooks/${answer.value.id}`);
	}
};
