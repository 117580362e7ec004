import { z } from 'zod';
import { newUser, userAnswer, userQuery } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { identifierProblems } from '$lib/server/http/problem-groups.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { createAccount } from '$lib/server/usecases/accounts/create.ts';
import { listAccounts } from '$lib/server/usecases/accounts/read.ts';

export const GET = managementEndpoint({
	summary: 'List accounts, newest first; `search` finds a part of an identifier or a name',
	query: userQuery,
	answers: { 200: z.array(userAnswer) },
	run: async ({ query }) => listAccounts(await services(), query),
	render: renderPage
});

export const POST = managementEndpoint({
	summary: 'Make an account, or bring one along with the digest of its password',
	body: newUser,
	answers: { 200: userAnswer },
	problems: [...identifierProblems, 'user.password_and_digest', 'password.rejected', 'password.unsupported_digest'],
	run: async ({ body, caller }) => createAccount(await services(), caller, body)
});
