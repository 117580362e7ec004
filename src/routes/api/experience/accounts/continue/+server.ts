import { submitAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { continueSession } from '$lib/server/usecases/continue-session.ts';

export const POST = endpoint({
	summary: 'Go on as the account that this browser is signed in as, where no fresh sign-in was asked for',
	answers: { 200: submitAnswer },
	problems: [...interactionProblems, 'session.invalid_interaction_type'],
	run: async ({ caller }) => continueSession(await services(), caller)
});
