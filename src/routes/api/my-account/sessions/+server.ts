import { sessionsScope } from '$lib/contract/account/access.ts';
import { mySessions } from '$lib/contract/account/sessions.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { endOtherSessions, listMySessions } from '$lib/server/usecases/my-account/sessions.ts';

export const GET = accountEndpoint({
	summary: 'Where the account is signed in',
	access: { scopes: [sessionsScope], field: 'session' },
	answers: { 200: mySessions },
	run: async ({ caller }) => listMySessions(await services(), caller)
});

export const DELETE = accountEndpoint({
	summary: 'Sign out everywhere but here',
	access: { scopes: [sessionsScope], field: 'session', changes: true },
	answers: { 204: null },
	run: async ({ caller }) => endOtherSessions(await services(), caller)
});
