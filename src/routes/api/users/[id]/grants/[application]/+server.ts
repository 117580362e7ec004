import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { endGrant } from '$lib/server/usecases/accounts/grants.ts';

export const DELETE = managementEndpoint({
	summary: 'Take back what an application was granted; its tokens for the account end',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, params, caller }) =>
		endGrant(await services(), caller, { id, applicationId: params.application ?? '' })
});
