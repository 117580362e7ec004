import { z } from 'zod';
import { hookAnswer, hookQuery, newHook } from '$lib/contract/hooks.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { addHook, listHooks } from '$lib/server/usecases/hooks/manage.ts';

export const GET = managementEndpoint({
	summary: 'List webhooks, newest first',
	query: hookQuery,
	answers: { 200: z.array(hookAnswer) },
	run: async ({ query }) => listHooks(await services(), query),
	render: renderPage
});

export const POST = managementEndpoint({
	summary: 'Have an address told what happens, signed with the key of the answer',
	body: newHook,
	answers: { 201: hookAnswer },
	problems: ['hook.endpoint_not_allowed'],
	run: async ({ body, caller }) => addHook(await services(), caller, body),
	status: 201
});
