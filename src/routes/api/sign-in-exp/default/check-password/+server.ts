import { acceptedPassword, checkPasswordBody, rejectedPassword } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { judgePassword } from '$lib/server/usecases/judge-password.ts';

export const POST = managementEndpoint({
	summary: 'What the policy has against a password, for one account or for any',
	body: checkPasswordBody,
	answers: { 200: acceptedPassword, 400: rejectedPassword },
	problems: ['entity.not_exists_with_id'],
	run: async ({ body }) => judgePassword(await services(), body),
	status: ({ result }) => (result ? 200 : 400)
});
