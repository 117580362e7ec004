import { proveFactorCodeBody, recordAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { lockoutProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { proveByTotp } from '$lib/server/usecases/my-account/prove-by-factor-code.ts';

export const POST = accountEndpoint({
	summary: 'Prove who asks by a code of the authenticator app',
	access: { changes: true },
	body: proveFactorCodeBody,
	status: 201,
	answers: { 201: recordAnswer },
	problems: [
		...lockoutProblems,
		'verification_record.permission_denied',
		'session.mfa.invalid_totp_code',
		'session.mfa.mfa_factor_not_enabled'
	],
	run: async ({ body, caller }) => proveByTotp(await services(), caller, body.code)
});
