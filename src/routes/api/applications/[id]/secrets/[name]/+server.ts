import { applicationSecretAnswer, renamedSecret } from '$lib/contract/applications.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { dropSecret, renameSecret } from '$lib/server/usecases/applications/secrets.ts';

export const PATCH = managementEndpoint({
	summary: 'Give a secret another name',
	body: renamedSecret,
	answers: { 200: applicationSecretAnswer },
	problems: ['application.secret_name_exists'],
	run: async ({ id, params, body, caller }) =>
		renameSecret(await services(), caller, { id, name: params.name ?? '', next: body.name })
});

export const DELETE = managementEndpoint({
	summary: 'Delete a secret, which stops working at once',
	answers: { 204: null },
	run: async ({ id, params, caller }) => dropSecret(await services(), caller, { id, name: params.name ?? '' })
});
