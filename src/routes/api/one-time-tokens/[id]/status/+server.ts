import { oneTimeToken, oneTimeTokenStatusBody } from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { closeOneTimeToken } from '$lib/server/usecases/one-time-tokens.ts';

export const PUT = managementEndpoint({
	summary: 'Close a token that is still active',
	body: oneTimeTokenStatusBody,
	answers: { 200: oneTimeToken },
	problems: [
		'entity.not_exists_with_id',
		'one_time_token.token_expired',
		'one_time_token.token_consumed',
		'one_time_token.token_revoked'
	],
	run: async ({ id, body, caller }) => closeOneTimeToken(await services(), caller, id, body.status)
});
