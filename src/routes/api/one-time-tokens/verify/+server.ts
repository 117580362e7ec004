import { oneTimeToken, verifyOneTimeToken as body } from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { verifyOneTimeToken } from '$lib/server/usecases/one-time-tokens.ts';

export const POST = managementEndpoint({
	summary: 'Check a token that somebody brought back, and use it up',
	body,
	answers: { 200: oneTimeToken },
	problems: [
		'user.invalid_email',
		'one_time_token.token_not_found',
		'one_time_token.email_mismatch',
		'one_time_token.token_expired',
		'one_time_token.token_consumed',
		'one_time_token.token_revoked'
	],
	run: async ({ body: asked, caller }) => verifyOneTimeToken(await services(), caller, asked)
});
