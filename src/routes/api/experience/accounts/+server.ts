import { accountsAnswer } from '$lib/contract/accounts.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { readAccounts } from '$lib/server/usecases/read-accounts.ts';

export const GET = endpoint({
	summary: 'The accounts that this browser remembers or is signed in as, masked',
	answers: { 200: accountsAnswer },
	problems: interactionProblems,
	run: async ({ caller }) => readAccounts(await services(), caller)
});
