import { sendAccountCodeBody, sentCodeAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { blocklistProblems, deliveryProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { sendAccountCode } from '$lib/server/usecases/my-account/send-account-code.ts';

export const POST = accountEndpoint({
	summary: 'Send a code to the account’s own address to prove who asks, or to one that it is to have',
	access: { changes: true },
	body: sendAccountCodeBody,
	status: 201,
	answers: { 201: sentCodeAnswer },
	problems: [
		...blocklistProblems,
		...deliveryProblems,
		'user.invalid_email',
		'user.invalid_phone',
		'verification_record.permission_denied',
		'account_center.field_not_editable'
	],
	run: async ({ body, caller }) => sendAccountCode(await services(), caller, body.identifier)
});
