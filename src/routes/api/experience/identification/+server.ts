import { identifyBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { identify } from '$lib/server/usecases/identify.ts';

export const POST = endpoint({
	body: identifyBody,
	run: async ({ body, caller }) => identify(await services(), caller, body.verificationId),
	status: ({ created }) => (created ? 201 : 204)
});
