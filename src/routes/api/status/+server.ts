import { z } from 'zod';
import { refuse, ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';

export const GET = endpoint({
	summary: 'Whether the process is up; with `ready`, whether its database answers too',
	query: z.object({ ready: z.string().optional() }),
	answers: { 204: null },
	run: async ({ query }) => {
		if (query.ready === undefined) return ok();
		const { store } = await services();
		return (await store.ping()) ? ok() : refuse('server.unavailable', { data: { retryAfter: 3 } });
	}
});
