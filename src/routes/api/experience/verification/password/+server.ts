import { checkPasswordBody, verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	closedProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkPassword } from '$lib/server/usecases/check-password.ts';

export const POST = endpoint({
	summary: 'Try a password',
	body: checkPasswordBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...lockoutProblems,
		'session.invalid_credentials',
		'password.expired',
		'user.invalid_email',
		'user.invalid_phone'
	],
	run: async ({ body, caller }) => checkPassword(await services(), caller, body)
});
