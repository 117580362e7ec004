import { myFactors } from '$lib/contract/account/factors.ts';
import { addedFactor, addFactorBody } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { addFactor, listFactors } from '$lib/server/usecases/accounts/factors.ts';

export const GET = managementEndpoint({
	summary: 'The second factors that the account has set up; its number and address are among its identifiers',
	answers: { 200: myFactors },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => listFactors(await services(), id)
});

export const POST = managementEndpoint({
	summary: 'Make a key for an authenticator app, or backup codes in place of older ones, answered once',
	body: addFactorBody,
	answers: { 200: addedFactor },
	problems: ['entity.not_exists_with_id', 'user.totp_already_in_use', 'session.mfa.backup_code_can_not_be_alone'],
	run: async ({ id, body, caller }) => addFactor(await services(), caller, id, body)
});
