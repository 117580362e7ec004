import { oneTimeToken } from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readOneTimeToken, removeOneTimeToken } from '$lib/server/usecases/one-time-tokens.ts';

export const GET = managementEndpoint({
	summary: 'Read what became of a token',
	answers: { 200: oneTimeToken },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readOneTimeToken(await services(), id)
});

export const DELETE = managementEndpoint({
	summary: 'Delete a token',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, caller }) => removeOneTimeToken(await services(), caller, id)
});
