import { userSessions } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { listSessions } from '$lib/server/usecases/accounts/sessions.ts';

export const GET = managementEndpoint({
	summary: 'Where the account is signed in',
	answers: { 200: userSessions },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => listSessions(await services(), id)
});
