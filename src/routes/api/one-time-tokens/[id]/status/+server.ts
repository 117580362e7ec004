import { oneTimeTokenStatusBody } from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { closeOneTimeToken } from '$lib/server/usecases/one-time-tokens.ts';

export const PUT = managementEndpoint({
	body: oneTimeTokenStatusBody,
	run: async ({ id, body, caller }) => closeOneTimeToken(await services(), caller, id, body.status)
});
