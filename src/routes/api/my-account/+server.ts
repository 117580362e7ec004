import { myAccount, myAccountChanges } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { usernameProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { changeMe } from '$lib/server/usecases/my-account/change-me.ts';
import { deleteMe } from '$lib/server/usecases/my-account/delete-me.ts';
import { readMe } from '$lib/server/usecases/my-account/show-me.ts';

export const GET = accountEndpoint({
	summary: 'What scopes and settings open of the account',
	access: {},
	answers: { 200: myAccount },
	run: async ({ caller }) => readMe(await services(), caller)
});

export const PATCH = accountEndpoint({
	summary: 'Change what is named; a username needs a proof of who asks',
	access: { scopes: ['profile'], changes: true },
	body: myAccountChanges,
	answers: { 200: myAccount },
	problems: [
		...usernameProblems,
		'user.last_sign_in_method_required',
		'account_center.field_not_editable',
		'verification_record.permission_denied'
	],
	run: async ({ body, caller }) => changeMe(await services(), caller, body)
});

export const DELETE = accountEndpoint({
	summary: 'Delete the account with its sessions, tokens and factors',
	access: { scopes: ['profile'], changes: true, proven: true },
	answers: { 204: null },
	problems: ['account_center.deletion_elsewhere', 'account_center.kept_for_administrator'],
	run: async ({ caller }) => deleteMe(await services(), caller)
});
