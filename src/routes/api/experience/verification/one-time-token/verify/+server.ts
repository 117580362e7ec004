import { checkTokenBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { checkToken } from '$lib/server/usecases/check-token.ts';

export const POST = endpoint({
	body: checkTokenBody,
	run: async ({ body, caller }) => checkToken(await services(), caller, body)
});
