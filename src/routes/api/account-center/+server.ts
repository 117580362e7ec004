import { accountCenterAnswer, accountCenterChanges } from '$lib/contract/account/center.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { changeAccountCenter, readAccountCenter } from '$lib/server/usecases/my-account/account-center.ts';

export const GET = managementEndpoint({
	summary: 'Read what people may see and change of their own account',
	answers: { 200: accountCenterAnswer },
	run: async () => readAccountCenter(await services())
});

export const PATCH = managementEndpoint({
	summary: 'Change what is named; fields are merged one by one',
	body: accountCenterChanges,
	answers: { 200: accountCenterAnswer },
	problems: settingsProblems,
	run: async ({ body, caller }) => changeAccountCenter(await services(), caller, body)
});
