import { z } from 'zod';
import { customPhrasesAnswer } from '$lib/contract/custom-phrases.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { listPhrases } from '$lib/server/usecases/custom-phrases.ts';

export const GET = managementEndpoint({
	summary: 'List the words of your own, by language',
	answers: { 200: z.array(customPhrasesAnswer) },
	run: async () => listPhrases(await services())
});
