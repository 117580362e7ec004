import { provePasswordBody, recordAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { lockoutProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { proveByPassword } from '$lib/server/usecases/my-account/prove-by-password.ts';

export const POST = accountEndpoint({
	summary: 'Prove who asks by the password',
	access: { changes: true },
	body: provePasswordBody,
	status: 201,
	answers: { 201: recordAnswer },
	problems: [...lockoutProblems, 'verification_record.permission_denied', 'session.invalid_credentials'],
	run: async ({ body, caller }) => proveByPassword(await services(), caller, body.password)
});
