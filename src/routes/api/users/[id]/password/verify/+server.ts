import { passwordBody } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { verifyPassword } from '$lib/server/usecases/accounts/passwords.ts';

export const POST = managementEndpoint({
	summary: 'Whether this is the password of the account',
	body: passwordBody,
	answers: { 204: null },
	problems: ['entity.not_exists_with_id', 'session.invalid_credentials'],
	run: async ({ id, body }) => verifyPassword(await services(), id, body.password)
});
