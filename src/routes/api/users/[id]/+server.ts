import { userAnswer, userChanges } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { identifierProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { changeAccount, removeAccount } from '$lib/server/usecases/accounts/change.ts';
import { readAccount } from '$lib/server/usecases/accounts/read.ts';

export const GET = managementEndpoint({
	summary: 'Read an account',
	answers: { 200: userAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readAccount(await services(), id)
});

export const PATCH = managementEndpoint({
	summary: 'Change what is named; a new address or number counts as unproven',
	body: userChanges,
	answers: { 200: userAnswer },
	problems: ['entity.not_exists_with_id', ...identifierProblems],
	run: async ({ id, body, caller }) => changeAccount(await services(), caller, id, body)
});

export const DELETE = managementEndpoint({
	summary: 'Delete an account with its sessions and tokens',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id', 'guard.invalid_input'],
	run: async ({ id, caller }) => removeAccount(await services(), caller, id)
});
