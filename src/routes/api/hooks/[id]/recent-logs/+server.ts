import { z } from 'zod';
import { hookLogAnswer, hookQuery } from '$lib/contract/hooks.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { listDeliveries } from '$lib/server/usecases/hooks/recent.ts';

export const GET = managementEndpoint({
	summary: 'List what became of the last deliveries of a webhook, newest first',
	query: hookQuery,
	answers: { 200: z.array(hookLogAnswer) },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, query }) => listDeliveries(await services(), id, query),
	render: renderPage
});
