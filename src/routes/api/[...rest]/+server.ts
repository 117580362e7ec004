import { refuse } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';

/** Without it an in-process call of a path that does not exist would leave for the network. */
export const fallback = endpoint({
	summary: 'No such path',
	answers: {},
	problems: ['entity.not_found'],
	run: async () => refuse('entity.not_found')
});
