import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readOneTimeToken, removeOneTimeToken } from '$lib/server/usecases/one-time-tokens.ts';

export const GET = managementEndpoint({ run: async ({ id }) => readOneTimeToken(await services(), id) });

export const DELETE = managementEndpoint({
	run: async ({ id, caller }) => removeOneTimeToken(await services(), caller, id)
});
