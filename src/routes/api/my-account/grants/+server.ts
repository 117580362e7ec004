import { sessionsScope } from '$lib/contract/account/access.ts';
import { myGrants, myGrantsQuery } from '$lib/contract/account/sessions.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { listMyGrants } from '$lib/server/usecases/my-account/grants.ts';

export const GET = accountEndpoint({
	summary: 'Which applications hold consent or tokens',
	access: { scopes: [sessionsScope], field: 'session' },
	query: myGrantsQuery,
	answers: { 200: myGrants },
	run: async ({ query, caller }) => listMyGrants(await services(), caller, query)
});
