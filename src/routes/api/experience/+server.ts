import { startBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { startInteraction } from '$lib/server/usecases/start-interaction.ts';

export const PUT = endpoint({
	body: startBody,
	run: async ({ body, caller }) =>
		startInteraction(await services(), caller, body.interactionEvent, body.keepVerifications)
});
