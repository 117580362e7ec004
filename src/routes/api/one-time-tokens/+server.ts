import { z } from 'zod';
import {
	createdOneTimeToken,
	newOneTimeToken,
	oneTimeToken,
	oneTimeTokenQuery
} from '$lib/contract/one-time-tokens.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { createOneTimeToken, listOneTimeTokens } from '$lib/server/usecases/one-time-tokens.ts';

export const GET = managementEndpoint({
	summary: 'List one-time tokens, newest first',
	query: oneTimeTokenQuery,
	answers: { 200: z.array(oneTimeToken) },
	problems: ['user.invalid_email'],
	run: async ({ query }) => listOneTimeTokens(await services(), query),
	render: renderPage
});

export const POST = managementEndpoint({
	summary: 'Make a token for an email address; this answer alone holds it',
	body: newOneTimeToken,
	answers: { 201: createdOneTimeToken },
	problems: ['user.invalid_email'],
	run: async ({ body, caller }) => createOneTimeToken(await services(), caller, body),
	status: 201
});
