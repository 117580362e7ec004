import { eventBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { closedProblems, interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { changeEvent } from '$lib/server/usecases/change-event.ts';

export const PUT = endpoint({
	summary: 'Go over to another journey; what is verified stays',
	body: eventBody,
	answers: { 204: null },
	problems: [...interactionProblems, ...closedProblems, 'session.not_supported_for_forgot_password'],
	run: async ({ body, caller }) => changeEvent(await services(), caller, body.interactionEvent)
});
