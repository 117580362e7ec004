import { startBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { closedProblems, interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { startInteraction } from '$lib/server/usecases/start-interaction.ts';

export const PUT = endpoint({
	summary: 'Begin a journey, or begin again',
	body: startBody,
	answers: { 204: null },
	problems: [...interactionProblems, ...closedProblems, 'session.captcha_failed'],
	run: async ({ body: { interactionEvent, ...options }, caller }) =>
		startInteraction(await services(), caller, interactionEvent, options)
});
