import { passkeyRegistrationAnswer } from '$lib/contract/factors.ts';
import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { askPasskey } from '$lib/server/usecases/factors/ask-passkey.ts';

export const POST = endpoint({
	summary: 'Begin to add a passkey',
	answers: { 200: passkeyRegistrationAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		'session.mfa.webauthn_verification_not_found'
	],
	run: async ({ caller }) => {
		const asked = await askPasskey(await services(), caller, 'registration');
		if (!asked.ok) return asked;
		const { verificationId, options } = asked.value;
		return ok({ verificationId, registrationOptions: options });
	}
});
