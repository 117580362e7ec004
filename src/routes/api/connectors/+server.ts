import { z } from 'zod';
import { connectorAnswer, newConnector } from '$lib/contract/connectors.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { addConnector } from '$lib/server/usecases/connectors/manage.ts';
import { listConnectors } from '$lib/server/usecases/connectors/read.ts';

export const GET = managementEndpoint({
	summary: 'List connectors in the order in which they are tried; keys are stars',
	query: z.object({ target: z.string().max(128).optional() }),
	answers: { 200: z.array(connectorAnswer) },
	run: async ({ query }) => listConnectors(await services(), query.target)
});

export const POST = managementEndpoint({
	summary: 'Set up a connector; it replaces the one of its kind unless it is said to be another',
	body: newConnector,
	answers: { 200: connectorAnswer },
	problems: ['connector.invalid_config', 'entity.not_found'],
	run: async ({ body, caller }) => addConnector(await services(), caller, body)
});
