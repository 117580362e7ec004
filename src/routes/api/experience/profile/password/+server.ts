import { newPasswordBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { choosePassword } from '$lib/server/usecases/choose-password.ts';

export const PUT = endpoint({
	body: newPasswordBody,
	run: async ({ body, caller }) => choosePassword(await services(), caller, body.password)
});
