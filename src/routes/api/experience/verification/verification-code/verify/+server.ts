import { checkCodeBody, verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	closedProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkCode } from '$lib/server/usecases/check-code.ts';

export const POST = endpoint({
	summary: 'Try a code',
	body: checkCodeBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...lockoutProblems,
		'user.invalid_email',
		'user.invalid_phone',
		'verification_code.not_found',
		'verification_code.email_mismatch',
		'verification_code.phone_mismatch',
		'verification_code.expired',
		'verification_code.exceed_max_try',
		'verification_code.code_mismatch'
	],
	run: async ({ body, caller }) => checkCode(await services(), caller, body)
});
