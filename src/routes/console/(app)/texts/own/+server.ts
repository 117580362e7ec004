// Takes a text of one's own back, in one language or in all that have it: a press on what the previews object to.
import { json } from '@sveltejs/kit';
import { answeringScript, manage } from '$lib/console/api.ts';
import { readOwnTexts, withoutText } from '$lib/console/own-texts.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const api = manage(event, answeringScript);
	const before = await readOwnTexts(api);
	const after = withoutText(before, searchParams.get('key') ?? '', searchParams.get('language') ?? undefined);
	for (const [language, texts] of Object.entries(after)) {
		if (texts === before[language]) continue;
		const path = `custom-phrases/${language}`;
		const isLast = Object.keys(texts).length === 0;
		const answer = isLast ? await api.ask('DELETE', path) : await api.ask('PUT', path, texts);
		if (!answer.ok) return json(answer.refusal, { status: answer.refusal.status });
	}
	return new Response(null, { status: 204 });
};
