import { connectorAnswer, connectorChanges } from '$lib/contract/connectors.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeConnector, dropConnector } from '$lib/server/usecases/connectors/manage.ts';
import { readConnector } from '$lib/server/usecases/connectors/read.ts';

export const GET = managementEndpoint({
	summary: 'Read a connector; keys are stars',
	answers: { 200: connectorAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readConnector(await services(), id)
});

export const PATCH = managementEndpoint({
	summary: 'Change what is named; a key that comes back as stars stays as it is stored',
	body: connectorChanges,
	answers: { 200: connectorAnswer },
	problems: ['entity.not_exists_with_id', 'connector.invalid_config'],
	run: async ({ id, body, caller }) => changeConnector(await services(), caller, id, body)
});

export const DELETE = managementEndpoint({
	summary: 'Delete a connector; ways of signing in that need it stop working',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, caller }) => dropConnector(await services(), caller, id)
});
