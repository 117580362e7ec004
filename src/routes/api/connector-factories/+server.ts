import { z } from 'zod';
import { connectorFactoryAnswer } from '$lib/contract/connectors.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { listFactories } from '$lib/server/usecases/connectors/read.ts';

export const GET = managementEndpoint({
	summary: 'List the kinds of connectors, and the form that each is set up with',
	answers: { 200: z.array(connectorFactoryAnswer) },
	run: async () => listFactories(await services())
});
