import { interactionAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { readInteraction } from '$lib/server/usecases/read-interaction.ts';

export const GET = endpoint({
	summary: 'What is known of this sign-in so far; nothing secret',
	answers: { 200: interactionAnswer },
	problems: interactionProblems,
	run: async ({ caller }) => readInteraction(await services(), caller)
});
