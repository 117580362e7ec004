import { checkCodeBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { checkCode } from '$lib/server/usecases/check-code.ts';

export const POST = endpoint({
	body: checkCodeBody,
	run: async ({ body, caller }) => checkCode(await services(), caller, body)
});
