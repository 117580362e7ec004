import { checkSignInPasskeyBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkSignInPasskey } from '$lib/server/usecases/check-sign-in-passkey.ts';

export const POST = endpoint({
	summary: 'Sign in with the passkey that the preflight asked for',
	body: checkSignInPasskeyBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		'session.invalid_interaction_type',
		'session.mfa.webauthn_verification_failed',
		'user.sign_in_method_not_enabled',
		'auth.forbidden'
	],
	run: async ({ body, caller }) => checkSignInPasskey(await services(), caller, body.payload)
});
