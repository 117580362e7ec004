// Takes a text of one's own back, in one language or in all that have it: a press on what the previews object to.
import { json } from '@sveltejs/kit';
import { answeringScript, manage } from '$lib/console/api.ts';
import { readOwnTexts } from '$lib/console/own-texts.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const api = manage(event, answeringScript);
	const key = searchParams.get('key') ?? '';
	const wanted = searchParams.get('language');
	for (const [language, texts] of Object.entries(await readOwnTexts(api))) {
		if (!Object.hasOwn(texts, key) || (wanted && wanted !== language)) continue;
		const answer = await api.ask('PATCH', `custom-phrases/${language}`, { [key]: null });
		if (!answer.ok) return json(answer.refusal, { status: answer.refusal.status });
	}
	return new Response(null, { status: 204 });
};
