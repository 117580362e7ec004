import { sendCodeBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { sendCode } from '$lib/server/usecases/send-code.ts';

export const POST = endpoint({
	body: sendCodeBody,
	run: async ({ body, caller }) => sendCode(await services(), caller, body)
});
