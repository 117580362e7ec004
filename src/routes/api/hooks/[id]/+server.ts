import { hookAnswer, hookChanges } from '$lib/contract/hooks.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeHook, dropHook, readHook } from '$lib/server/usecases/hooks/manage.ts';

export const GET = managementEndpoint({
	summary: 'Read a webhook',
	answers: { 200: hookAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readHook(await services(), id)
});

export const PATCH = managementEndpoint({
	summary: 'Change what is named of a webhook; `config` is replaced whole',
	body: hookChanges,
	answers: { 200: hookAnswer },
	problems: ['entity.not_exists_with_id', 'hook.endpoint_not_allowed'],
	run: async ({ id, body, caller }) => changeHook(await services(), caller, id, body)
});

export const DELETE = managementEndpoint({
	summary: 'Delete a webhook, with what it has not been told yet',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, caller }) => dropHook(await services(), caller, id)
});
