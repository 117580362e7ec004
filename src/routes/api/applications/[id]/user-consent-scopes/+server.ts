import { userConsentScopes, userConsentScopesAnswer } from '$lib/contract/applications.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { addConsentScopes, readConsentScopes } from '$lib/server/usecases/applications/consent-scopes.ts';

export const GET = managementEndpoint({
	summary: 'What a third party may ask people for',
	answers: { 200: userConsentScopesAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readConsentScopes(await services(), id)
});

export const POST = managementEndpoint({
	summary: 'Let a third party ask for more',
	body: userConsentScopes,
	answers: { 201: userConsentScopesAnswer },
	problems: ['entity.not_exists_with_id', 'application.third_party_application_only'],
	run: async ({ id, body, caller }) => addConsentScopes(await services(), caller, id, body),
	status: 201
});
