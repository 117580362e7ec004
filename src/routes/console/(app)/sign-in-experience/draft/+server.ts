// Keeps the draft while somebody works on it; answers what the API thinks of it.
import { json } from '@sveltejs/kit';
import { answeringScript, manage } from '$lib/console/api.ts';
import type { SettingsDraftAnswer } from '$lib/contract/settings-draft.ts';
import type { RequestHandler } from './$types';

/** `?updatedAt` is the draft that the changes start from. */
export const PUT: RequestHandler = async (event) => {
	const changes: unknown = await event.request.json().catch(() => undefined);
	const path = `sign-in-exp/draft${event.url.search}`;
	// What is no JSON is no object either: the API says so.
	const answer = await manage(event, answeringScript).ask<SettingsDraftAnswer>('PUT', path, changes ?? null);
	return answer.ok ? json(answer.value) : json(answer.refusal, { status: answer.refusal.status });
};
