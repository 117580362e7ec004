// Hands a picture of the brand on to the API, which draws it anew; answers where it is, or what was wrong with it.
import { json } from '@sveltejs/kit';
import { answeringScript, manage } from '$lib/console/api.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const form = await event.request.formData().catch(() => new FormData());
	const answer = await manage(event, answeringScript).ask<{ url: string }>('POST', 'assets', form);
	return answer.ok ? json(answer.value) : json(answer.refusal, { status: answer.refusal.status });
};
