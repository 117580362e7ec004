import { newPasswordIdentityBody, verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	closedProblems,
	identifierProblems,
	interactionProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { offerNewIdentity } from '$lib/server/usecases/offer-new-identity.ts';

export const POST = endpoint({
	summary: 'Choose a username and a password for a new account',
	body: newPasswordIdentityBody,
	answers: { 200: verificationIdAnswer },
	problems: [...interactionProblems, ...proofProblems, ...closedProblems, ...identifierProblems, 'password.rejected'],
	run: async ({ body, caller }) => offerNewIdentity(await services(), caller, body)
});
