import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { endSession } from '$lib/server/usecases/accounts/sessions.ts';

export const DELETE = managementEndpoint({
	summary: 'Sign the account out in one browser, with the tokens that applications got there',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, params, caller }) => endSession(await services(), caller, { id, session: params.session ?? '' })
});
