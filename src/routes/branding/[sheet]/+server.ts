// The tenant's style sheet: a file of its own, so that pages need no exception in their policy.
import type { RequestHandler } from './$types';
import { services } from '$lib/server/services.ts';
import { styleSheetOf } from '$lib/server/usecases/read-custom-css.ts';

export const GET: RequestHandler = async ({ params }) => {
	const app = await services();
	const sheet = styleSheetOf(app, await app.settings());
	if (!sheet) return new Response(null, { status: 404 });
	// A page that was made a moment before a change gets the new text, and keeps it for that page only.
	const isCurrent = sheet.name === params.sheet;
	return new Response(sheet.css, {
		headers: {
			'content-type': 'text/css; charset=utf-8',
			'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store'
		}
	});
};
