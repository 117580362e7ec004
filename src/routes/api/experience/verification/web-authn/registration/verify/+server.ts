import { checkPasskeyBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	factorProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkPasskey } from '$lib/server/usecases/factors/check-passkey.ts';

export const POST = endpoint({
	summary: 'Hand in what the browser made',
	body: checkPasskeyBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		...lockoutProblems,
		'session.mfa.webauthn_verification_failed'
	],
	run: async ({ body, caller }) => checkPasskey(await services(), caller, body, 'registration')
});
