import { unlockBody } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { unlock } from '$lib/server/usecases/accounts/unlock.ts';

export const POST = managementEndpoint({
	summary: 'Forget the failed attempts of these identifiers or accounts',
	body: unlockBody,
	answers: { 204: null },
	run: async ({ body, caller }) => unlock(await services(), caller, body.targets)
});
