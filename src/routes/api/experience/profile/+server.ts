import { profileBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { completeProfile } from '$lib/server/usecases/complete-profile.ts';

export const POST = endpoint({
	body: profileBody,
	run: async ({ body, caller }) => completeProfile(await services(), caller, body)
});
