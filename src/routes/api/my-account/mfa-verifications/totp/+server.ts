import { replaceTotpBody } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { replaceMyTotp } from '$lib/server/usecases/my-account/factors.ts';

export const PUT = accountEndpoint({
	summary: 'Bind an authenticator app in place of the one there is',
	access: { scopes: ['identities'], field: 'mfa', changes: true, proven: true },
	body: replaceTotpBody,
	answers: { 204: null },
	problems: [
		'session.mfa.mfa_factor_not_enabled',
		'session.mfa.invalid_totp_code',
		'user.totp_already_in_use',
		'user.totp_secret_invalid'
	],
	run: async ({ body, caller }) => replaceMyTotp(await services(), caller, body)
});
