import { myPasswordBody } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { setMyPassword } from '$lib/server/usecases/my-account/set-my-password.ts';

export const POST = accountEndpoint({
	summary: 'Set the password, and end every other session and token',
	access: { field: 'password', changes: true, proven: true },
	body: myPasswordBody,
	answers: { 204: null },
	problems: ['password.rejected', 'user.same_password', 'session.busy'],
	run: async ({ body, caller }) => setMyPassword(await services(), caller, body.password)
});
