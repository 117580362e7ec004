import { z } from 'zod';
import { ok } from '$lib/contract/result.ts';
import { readCatalogue } from '$lib/server/http/catalogue.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';

export const GET = endpoint({
	summary: 'The words of the pages, in the language of `lng`, else of the request',
	query: z.object({ lng: z.string().optional() }),
	answers: { 200: z.object({ translation: z.record(z.string(), z.unknown()) }) },
	revalidated: true,
	run: async ({ caller }) => {
		const { store } = await services();
		const [builtIn, own] = await Promise.all([readCatalogue(caller.locale), store.phrases.find(caller.locale)]);
		return ok({ translation: { ...builtIn, ...own } });
	}
});
