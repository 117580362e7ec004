// Keeps the draft while somebody works on it; answers what the API thinks of it.
import { json } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import type { Draft } from '$lib/console/experience.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const changes: unknown = await event.request.json();
	const answer = await manage(event).ask<Draft>('PUT', 'sign-in-exp/draft', changes);
	return answer.ok ? json(answer.value) : json(answer.refusal, { status: answer.refusal.status });
};
