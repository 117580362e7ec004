import { passwordBody, userAnswer } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { setPassword } from '$lib/server/usecases/accounts/passwords.ts';

export const PATCH = managementEndpoint({
	summary: 'Set a password; every session and token of the account ends',
	body: passwordBody,
	answers: { 200: userAnswer },
	problems: ['entity.not_exists_with_id', 'password.rejected', 'session.busy'],
	run: async ({ id, body, caller }) => setPassword(await services(), caller, id, body.password)
});
