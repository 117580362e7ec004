import { userGrants } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readGrants } from '$lib/server/usecases/accounts/grants.ts';

export const GET = managementEndpoint({
	summary: 'Which applications the account was opened to, and for what',
	answers: { 200: userGrants },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readGrants(await services(), id)
});
