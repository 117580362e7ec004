import { sendCodeBody, verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	blocklistProblems,
	closedProblems,
	deliveryProblems,
	interactionProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { sendCode } from '$lib/server/usecases/send-code.ts';

export const POST = endpoint({
	summary: 'Send a code to a phone or a mailbox',
	body: sendCodeBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...blocklistProblems,
		'user.invalid_email',
		'user.invalid_phone',
		...deliveryProblems,
		'session.captcha_required'
	],
	run: async ({ body, caller }) => sendCode(await services(), caller, body)
});
