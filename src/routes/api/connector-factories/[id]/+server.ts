import { connectorFactoryAnswer } from '$lib/contract/connectors.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readFactory } from '$lib/server/usecases/connectors/read.ts';

export const GET = managementEndpoint({
	summary: 'Read a kind of connector, and the form that it is set up with',
	answers: { 200: connectorFactoryAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readFactory(await services(), id)
});
