import { z } from 'zod';
import { connectorAnswer, connectorOrder } from '$lib/contract/connectors.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { arrangeConnectors } from '$lib/server/usecases/connectors/manage.ts';

export const PUT = managementEndpoint({
	summary: 'Say which connectors of one kind of message are tried first',
	body: connectorOrder,
	answers: { 200: z.array(connectorAnswer) },
	problems: ['entity.not_exists_with_id'],
	run: async ({ body, caller }) => arrangeConnectors(await services(), caller, body.ids)
});
