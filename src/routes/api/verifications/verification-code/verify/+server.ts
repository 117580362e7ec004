import { checkAccountCodeBody, recordIdAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { lockoutProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkAccountCode } from '$lib/server/usecases/my-account/check-account-code.ts';

export const POST = accountEndpoint({
	summary: 'Bring a code back',
	access: { changes: true },
	body: checkAccountCodeBody,
	answers: { 200: recordIdAnswer },
	problems: [
		...lockoutProblems,
		'user.invalid_email',
		'user.invalid_phone',
		'verification_code.code_mismatch',
		'verification_code.expired',
		'verification_code.exceed_max_try',
		'verification_code.not_found',
		'verification_record.not_found'
	],
	run: async ({ body, caller }) => checkAccountCode(await services(), caller, body)
});
