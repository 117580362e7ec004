import { sessionsScope } from '$lib/contract/account/access.ts';
import { endSessionQuery } from '$lib/contract/account/sessions.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { endMySession } from '$lib/server/usecases/my-account/sessions.ts';

export const DELETE = accountEndpoint({
	summary: 'Sign out there, with everything that was opened from it',
	access: { scopes: [sessionsScope], field: 'session', changes: true },
	query: endSessionQuery,
	answers: { 204: null },
	run: async ({ id, caller }) => endMySession(await services(), caller, id)
});
