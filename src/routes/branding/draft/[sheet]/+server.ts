// The style sheet of a draft, as the live preview loads it: for administrators alone, and never kept.
import type { RequestHandler } from './$types';
import { services } from '$lib/server/services.ts';
import { readDraftSheet } from '$lib/server/usecases/settings-draft/read-sheet.ts';

export const GET: RequestHandler = async ({ params, locals }) => {
	const sheet = locals.console.read() && (await readDraftSheet(await services(), params.sheet));
	if (!sheet) return new Response(null, { status: 404 });
	return new Response(sheet.css, {
		headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' }
	});
};
