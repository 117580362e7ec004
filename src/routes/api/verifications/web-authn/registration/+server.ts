import { ok } from '$lib/contract/result.ts';
import { newPasskeyAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { askNewPasskey } from '$lib/server/usecases/my-account/passkey-proofs.ts';

export const POST = accountEndpoint({
	summary: 'Make a new passkey: options for the browser',
	access: { scopes: ['identities'], field: 'passkey', changes: true },
	status: 200,
	answers: { 200: newPasskeyAnswer },
	problems: ['session.mfa.mfa_factor_not_enabled'],
	run: async ({ caller }) => {
		const asked = await askNewPasskey(await services(), caller);
		if (!asked.ok) return asked;
		const { options: registrationOptions, ...record } = asked.value;
		return ok({ ...record, registrationOptions });
	}
});
