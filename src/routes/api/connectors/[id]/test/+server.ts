import { connectorTest, connectorTestAnswer } from '$lib/contract/connectors.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { testConnector } from '$lib/server/usecases/connectors/test.ts';

export const POST = managementEndpoint({
	summary: 'Send a test code through a configuration that need not be saved; `id` names the kind of connector',
	body: connectorTest,
	answers: { 200: connectorTestAnswer },
	problems: [
		'entity.not_exists_with_id',
		'connector.invalid_config',
		'connector.template_not_found',
		'connector.number_rejected',
		'connector.country_not_supported',
		'connector.rate_limit_exceeded',
		'connector.general'
	],
	run: async ({ id, body, caller }) => testConnector(await services(), caller, id, body)
});
