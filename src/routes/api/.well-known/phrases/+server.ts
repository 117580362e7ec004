import { z } from 'zod';
import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';

const catalogues = import.meta.glob<Record<string, unknown>>('/messages/*.json', { import: 'default' });

export const GET = endpoint({
	summary: 'The words of the pages, in the language of `lng`, else of the request',
	query: z.object({ lng: z.string().optional() }),
	answers: { 200: z.object({ translation: z.record(z.string(), z.unknown()) }) },
	revalidated: true,
	run: async ({ caller }) => {
		const { $schema: _schema, ...translation } = (await catalogues[`/messages/${caller.locale}.json`]?.()) ?? {};
		return ok({ translation });
	}
});
