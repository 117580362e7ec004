import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { dropConsentScope } from '$lib/server/usecases/applications/consent-scopes.ts';

export const DELETE = managementEndpoint({
	summary: 'Let a third party no longer ask for this; `type` is `user-scopes`',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id', 'application.third_party_application_only'],
	run: async ({ id, params, caller }) =>
		dropConsentScope(await services(), caller, { id, type: params.type ?? '', scope: params.scope ?? '' })
});
