import { checkTokenBody, verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	closedProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkToken } from '$lib/server/usecases/check-token.ts';

export const POST = endpoint({
	summary: 'Bring back a one-time token, which uses it up',
	body: checkTokenBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...lockoutProblems,
		'user.invalid_email',
		'one_time_token.token_not_found',
		'one_time_token.email_mismatch',
		'one_time_token.token_expired',
		'one_time_token.token_consumed',
		'one_time_token.token_revoked',
		'one_time_token.interaction_event_mismatch'
	],
	run: async ({ body, caller }) => checkToken(await services(), caller, body)
});
