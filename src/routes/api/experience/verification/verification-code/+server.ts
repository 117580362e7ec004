import { sendCodeBody, verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	blocklistProblems,
	closedProblems,
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
		'request.message_rate_limited',
		'session.captcha_required',
		'connector.not_found',
		'connector.general',
		'connector.invalid_config',
		'connector.template_not_found',
		'connector.number_rejected',
		'connector.country_not_supported',
		'connector.rate_limit_exceeded'
	],
	run: async ({ body, caller }) => sendCode(await services(), caller, body)
});
