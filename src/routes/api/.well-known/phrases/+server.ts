import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';

const catalogues = import.meta.glob<Record<string, unknown>>('/messages/*.json', { import: 'default' });

/** The words of the pages in the language of `?lng=`, else of the request. */
export const GET = endpoint({
	revalidated: true,
	run: async ({ caller }) => {
		const { $schema: _schema, ...translation } = (await catalogues[`/messages/${caller.locale}.json`]?.()) ?? {};
		return ok({ translation });
	}
});
