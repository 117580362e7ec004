import { sessionsScope } from '$lib/contract/account/access.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { endMyGrant } from '$lib/server/usecases/my-account/grants.ts';

export const DELETE = accountEndpoint({
	summary: 'Take back what an application was granted, with its tokens',
	access: { scopes: [sessionsScope], field: 'session', changes: true },
	answers: { 204: null },
	run: async ({ id, caller }) => endMyGrant(await services(), caller, id)
});
