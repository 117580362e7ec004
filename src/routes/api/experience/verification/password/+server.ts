import { checkPasswordBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { checkPassword } from '$lib/server/usecases/check-password.ts';

export const POST = endpoint({
	body: checkPasswordBody,
	run: async ({ body, caller }) => checkPassword(await services(), caller, body)
});
