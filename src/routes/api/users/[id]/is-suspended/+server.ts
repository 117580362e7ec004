import { suspensionBody, userAnswer } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { suspendAccount } from '$lib/server/usecases/accounts/change.ts';

export const PATCH = managementEndpoint({
	summary: 'Lock an account out, which ends its sessions and tokens, or let it in again',
	body: suspensionBody,
	answers: { 200: userAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, body, caller }) => suspendAccount(await services(), caller, id, body.isSuspended)
});
