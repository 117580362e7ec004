import { ok } from '$lib/contract/result.ts';
import { passkeyProofAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { askOwnPasskey } from '$lib/server/usecases/my-account/passkey-proofs.ts';

export const POST = accountEndpoint({
	summary: 'Prove who asks by a passkey: options for the browser',
	access: { changes: true },
	status: 201,
	answers: { 201: passkeyProofAnswer },
	problems: ['verification_record.permission_denied'],
	run: async ({ caller }) => {
		const asked = await askOwnPasskey(await services(), caller);
		if (!asked.ok) return asked;
		const { options: authenticationOptions, ...record } = asked.value;
		return ok({ ...record, authenticationOptions });
	}
});
