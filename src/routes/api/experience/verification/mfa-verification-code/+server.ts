import { sendFactorCodeBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	deliveryProblems,
	factorProblems,
	interactionProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { sendFactorCode } from '$lib/server/usecases/factors/send-factor-code.ts';

export const POST = endpoint({
	summary: 'Send a code to the account’s own number or address, as a second proof',
	body: sendFactorCodeBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		...deliveryProblems,
		'session.captcha_required'
	],
	run: async ({ body, caller }) => sendFactorCode(await services(), caller, body.identifierType)
});
