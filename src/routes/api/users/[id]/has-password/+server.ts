import { hasPasswordAnswer } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { hasPassword } from '$lib/server/usecases/accounts/read.ts';

export const GET = managementEndpoint({
	summary: 'Whether the account has a password',
	answers: { 200: hasPasswordAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => hasPassword(await services(), id)
});
