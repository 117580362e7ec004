import { checkFactorCodeBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	factorProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkFactorCode } from '$lib/server/usecases/factors/check-factor-code.ts';

export const POST = endpoint({
	summary: 'Try the code that was sent as a second proof',
	body: checkFactorCodeBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		...lockoutProblems,
		'verification_code.code_mismatch',
		'verification_code.expired',
		'verification_code.not_found',
		'verification_code.exceed_max_try'
	],
	run: async ({ body, caller }) => checkFactorCode(await services(), caller, body)
});
