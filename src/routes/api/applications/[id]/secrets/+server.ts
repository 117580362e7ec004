import { z } from 'zod';
import { applicationSecretAnswer, newApplicationSecret } from '$lib/contract/applications.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { addSecret, listSecrets } from '$lib/server/usecases/applications/secrets.ts';

export const GET = managementEndpoint({
	summary: 'List the secrets of an application, all but the end of each hidden',
	answers: { 200: z.array(applicationSecretAnswer) },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => listSecrets(await services(), id)
});

export const POST = managementEndpoint({
	summary: 'Make one more secret; the others stay good, and this answer alone holds it',
	body: newApplicationSecret,
	answers: { 201: applicationSecretAnswer },
	problems: ['entity.not_exists_with_id', 'application.secret_name_exists'],
	run: async ({ id, body, caller }) => addSecret(await services(), caller, id, body),
	status: 201
});
