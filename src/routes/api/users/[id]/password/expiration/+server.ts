import { passwordExpirationBody, userAnswer } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { expirePassword } from '$lib/server/usecases/accounts/passwords.ts';

export const PATCH = managementEndpoint({
	summary: 'Make the account choose a new password at its next sign-in, or no longer',
	body: passwordExpirationBody,
	answers: { 200: userAnswer },
	problems: ['entity.not_exists_with_id', 'sign_in_experiences.password_expiration_not_enabled'],
	run: async ({ id, body, caller }) => expirePassword(await services(), caller, id, body.isExpired)
});
