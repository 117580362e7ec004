import { newOneTimeToken, oneTimeTokenQuery } from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { createOneTimeToken, listOneTimeTokens } from '$lib/server/usecases/one-time-tokens.ts';

export const GET = managementEndpoint({
	query: oneTimeTokenQuery,
	run: async ({ query }) => listOneTimeTokens(await services(), query),
	render: renderPage
});

export const POST = managementEndpoint({
	body: newOneTimeToken,
	run: async ({ body, caller }) => createOneTimeToken(await services(), caller, body),
	status: 201
});
