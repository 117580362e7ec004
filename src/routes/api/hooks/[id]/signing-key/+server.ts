import { hookAnswer } from '$lib/contract/hooks.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { renewSigningKey } from '$lib/server/usecases/hooks/manage.ts';

export const PATCH = managementEndpoint({
	summary: 'Replace the key that deliveries are signed with',
	answers: { 200: hookAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, caller }) => renewSigningKey(await services(), caller, id)
});
