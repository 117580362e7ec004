import { bindMyFactorBody, myFactors } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { bindMyFactor, listMyFactors } from '$lib/server/usecases/my-account/factors.ts';

export const GET = accountEndpoint({
	summary: 'Second factors and passkeys of the account',
	access: { scopes: ['identities'] },
	answers: { 200: myFactors },
	run: async ({ caller }) => listMyFactors(await services(), caller)
});

export const POST = accountEndpoint({
	summary: 'Bind an authenticator app, a passkey or backup codes',
	access: { scopes: ['identities'], changes: true, proven: true },
	body: bindMyFactorBody,
	answers: { 204: null },
	problems: [
		'account_center.field_not_editable',
		'session.mfa.mfa_factor_not_enabled',
		'session.mfa.invalid_totp_code',
		'session.mfa.webauthn_verification_failed',
		'session.mfa.backup_code_can_not_be_alone',
		'session.busy',
		'user.totp_already_in_use',
		'user.totp_secret_invalid',
		'user.wrong_backup_code_format',
		'verification_record.not_found'
	],
	run: async ({ body, caller }) => bindMyFactor(await services(), caller, body)
});
