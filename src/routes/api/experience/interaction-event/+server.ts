import { eventBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeEvent } from '$lib/server/usecases/change-event.ts';

export const PUT = endpoint({
	body: eventBody,
	run: async ({ body, caller }) => changeEvent(await services(), caller, body.interactionEvent)
});
