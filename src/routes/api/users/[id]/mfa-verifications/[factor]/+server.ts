import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { removeFactor } from '$lib/server/usecases/accounts/factors.ts';

export const DELETE = managementEndpoint({
	summary: 'Take one second factor away: its owner has lost it, and gets word of it',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id', 'entity.not_found'],
	run: async ({ id, params, caller }) => removeFactor(await services(), caller, { id, factor: params.factor ?? '' })
});
