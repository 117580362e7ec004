import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { dropAsset } from '$lib/server/usecases/assets.ts';

export const DELETE = managementEndpoint({
	summary: 'Delete a picture; pages that still name it show none',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, caller }) => dropAsset(await services(), caller, id)
});
