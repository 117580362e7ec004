import { z } from 'zod';
import { logAnswer, logQuery } from '$lib/contract/logs.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { listLogs } from '$lib/server/usecases/logs.ts';

export const GET = managementEndpoint({
	summary: 'List what happened, newest first; `logKey` is a whole key or its beginning before a dot',
	query: logQuery,
	answers: { 200: z.array(logAnswer) },
	run: async ({ query }) => listLogs(await services(), query),
	render: renderPage
});
