import { checkAccountPasskeyBody, recordIdAnswer } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { lockoutProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkNewPasskey } from '$lib/server/usecases/my-account/passkey-proofs.ts';

export const POST = accountEndpoint({
	summary: 'Bring back what the authenticator has answered',
	access: { scopes: ['identities'], field: 'passkey', changes: true },
	body: checkAccountPasskeyBody,
	answers: { 200: recordIdAnswer },
	problems: [...lockoutProblems, 'verification_record.not_found', 'session.mfa.webauthn_verification_failed'],
	run: async ({ body, caller }) => checkNewPasskey(await services(), caller, body)
});
