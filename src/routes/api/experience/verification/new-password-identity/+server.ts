import { newPasswordIdentityBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { offerNewIdentity } from '$lib/server/usecases/offer-new-identity.ts';

export const POST = endpoint({
	body: newPasswordIdentityBody,
	run: async ({ body, caller }) => offerNewIdentity(await services(), caller, body)
});
