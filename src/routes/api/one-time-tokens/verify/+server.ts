import { verifyOneTimeToken as body } from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { verifyOneTimeToken } from '$lib/server/usecases/one-time-tokens.ts';

export const POST = managementEndpoint({
	body,
	run: async ({ body, caller }) => verifyOneTimeToken(await services(), caller, body)
});
