import { refuse, ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';

/** 204 when the process is up; with `?ready=1` only when its database answers too. */
export const GET = endpoint({
	run: async ({ url }) => {
		if (!url.searchParams.has('ready')) return ok();
		const { store } = await services();
		return (await store.ping()) ? ok() : refuse('server.unavailable', { data: { retryAfter: 3 } });
	}
});
